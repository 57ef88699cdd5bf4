import type { IDataObject } from 'n8n-workflow';
import { isNamed } from '../../../shared/answer';
import type { ItemRun } from '../../../shared/itemRun';
import { object } from '../../../shared/shape';
import type { StoreRecord } from '../../records/storeRecord';
import type { Collection } from '../../transport/collection';
import { collectionOf, parentLocators, scopeOf, type Made } from './picked';
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
	const isOurs = (row: IDataObject) => fields.every((name) => isNamed(row, name, String(values[name])));
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
	fields: [...parentLocators(record), ...newFields(record)],
	async execute(run, client) {
		const values = newValues(run, record);
		return await create(run, await collectionOf(run, client, record), record, values);
	},
});
