import { batchOf } from '../../../shared/batch';
import type { ItemRun } from '../../../shared/itemRun';
import type { Entered } from '../../../shared/record/field';
import type { Given } from '../../../shared/record/given';
import { locatorOf } from '../../../shared/record/locator';
import { object } from '../../../shared/shape';
import type { StoreRecord } from '../../records/storeRecord';
import type { StoreClient } from '../../transport/StoreClient';
import { collectionOf, homeLocators, homeOf, idOf, scopeOf, type Made } from './picked';
import { newFields, newValues } from '../../../shared/record/written';
import { createSeveral, equalTo } from './createsSeveral';
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
	const isOurs = equalTo(same, values);
	const sentAt = Date.now();
	return await place.create(run.functions, body, async (inDoubt) => {
		const query = filter ? { [filter]: values[fields[0]] } : {};
		const equal = (await listed.find(query)).filter(isOurs);
		if (!inDoubt) return equal.length > 1 ? undefined : equal.at(0);
		const [only, ...others] = equal.filter((row) => !stoodBefore(row, sentAt));
		return others.length ? undefined : only;
	});
}

/** What the item says of a new one, and what it belongs to. */
async function valuesOf(run: ItemRun, client: StoreClient, record: StoreRecord): Promise<Entered> {
	const { of } = record;
	return { ...newValues(run, record), ...(of && { [of.field]: await idOf(run, client, of.record) }) };
}

/** A Create: up to as many as the store takes in one call, each with its own result. */
export function creates(record: StoreRecord): Made {
	const { same, together, home, of } = record;
	const alone = async (run: ItemRun, client: StoreClient): Promise<Given> =>
		await create(run, client, record, await valuesOf(run, client, record));
	return {
		effect: 'once',
		scopes: scopeOf(record, 'modify'),
		output: object(record.properties),
		fields: [...homeLocators(record), ...(of ? [locatorOf(of.record.locator)] : []), ...newFields(record)],
		execute: alone,
		...(same &&
			together &&
			!home && {
				batch: batchOf<StoreClient, Entered>({
					most: together.most,
					read: async (run, client) => await valuesOf(run, client, record),
					about: (values) => JSON.stringify(same.fields.map((name) => values[name])).toLowerCase(),
					send: async (rows, client, [first]) =>
						await createSeveral(first, client, { ...record, same, together }, rows),
					alone,
				}),
			}),
	};
}
