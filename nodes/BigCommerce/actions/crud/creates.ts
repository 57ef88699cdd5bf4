import { isNamed } from '../../../shared/answer';
import type { ItemRun } from '../../../shared/itemRun';
import type { Entered } from '../../../shared/record/field';
import type { Given } from '../../../shared/record/given';
import { locatorOf } from '../../../shared/record/locator';
import { object } from '../../../shared/shape';
import type { StoreRecord } from '../../records/storeRecord';
import type { StoreClient } from '../../transport/StoreClient';
import { collectionOf, homeLocators, homeOf, idOf, scopeOf, type Made } from './picked';
import { newFields, newValues } from '../../../shared/record/written';
import { stoodBefore } from './standing';

/** Creates one; whose ending is not known is looked for, as far as something tells it from others, and from one that stood before where it says when it was made. */
export async function create(
	run: ItemRun,
	client: StoreClient,
	record: StoreRecord,
	values: Entered,
): Promise<Given> {
	const { same, home, sent } = record;
	const listed = await collectionOf(run, client, record);
	const place = home ? homeOf(client, record, home, await idOf(run, client, home.record)) : listed;
	const body = sent ? sent(values) : values;
	if (!same) return await place.create(run.functions, body);
	const { fields, filter } = same;
	// The store may keep a value in small letters.
	const set = fields.filter((name) => values[name] !== undefined);
	const isOurs = (row: Given) => set.every((name) => isNamed(row, name, String(values[name])));
	const sentAt = Date.now();
	return await place.create(run.functions, body, async (inDoubt) => {
		const query = filter ? { [filter]: values[fields[0]] } : {};
		const equal = (await listed.find(query)).filter(isOurs);
		if (!inDoubt) return equal.length > 1 ? undefined : equal.at(0);
		const [only, ...others] = equal.filter((row) => !stoodBefore(row, sentAt));
		return others.length ? undefined : only;
	});
}

/** A Create. */
export const creates = (record: StoreRecord): Made => ({
	effect: 'once',
	scopes: scopeOf(record, 'modify'),
	output: object(record.properties),
	fields: [
		...homeLocators(record),
		...(record.of ? [locatorOf(record.of.record.locator)] : []),
		...newFields(record),
	],
	async execute(run, client) {
		const { of } = record;
		const values = {
			...newValues(run, record),
			...(of && { [of.field]: await idOf(run, client, of.record) }),
		};
		return await create(run, client, record, values);
	},
});
