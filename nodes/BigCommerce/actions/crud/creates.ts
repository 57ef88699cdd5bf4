import type { IDataObject } from 'n8n-workflow';
import { isNamed } from '../../../shared/answer';
import type { ItemRun } from '../../../shared/itemRun';
import { locatorOf } from '../../../shared/record/locator';
import { object } from '../../../shared/shape';
import type { StoreRecord } from '../../records/storeRecord';
import type { Collection } from '../../transport/collection';
import { collectionOf, idOf, parentLocators, scopeOf, type Made } from './picked';
import { newFields, newValues } from './values';

/** Creates one; whose ending is not known is looked for, as far as something tells it from others. */
export async function create(
	run: ItemRun,
	collection: Collection,
	{ same }: StoreRecord,
	values: IDataObject,
): Promise<IDataObject> {
	if (!same) return await collection.create(run.functions, values);
	const { fields, filter } = same;
	// The store may keep a value in small letters.
	const set = fields.filter((name) => values[name] !== undefined);
	const isOurs = (row: IDataObject) => set.every((name) => isNamed(row, name, String(values[name])));
	return await collection.create(run.functions, values, async () => {
		const query = filter ? { [filter]: values[fields[0]] } : {};
		const [only, ...others] = (await collection.find(query)).filter(isOurs);
		return others.length ? undefined : only;
	});
}

/** A Create. */
export const creates = (record: StoreRecord): Made => ({
	effect: 'once',
	scopes: scopeOf(record, 'modify'),
	output: object(record.properties),
	fields: [
		...parentLocators(record),
		...(record.of ? [locatorOf(record.of.record.locator)] : []),
		...newFields(record),
	],
	async execute(run, client) {
		const { of } = record;
		const values = {
			...newValues(run, record),
			...(of && { [of.field]: await idOf(run, client, of.record) }),
		};
		return await create(run, await collectionOf(run, client, record), record, values);
	},
});
