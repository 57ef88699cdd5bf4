import { batchOf } from '../../../shared/batch';
import type { ItemRun } from '../../../shared/itemRun';
import type { Entered } from '../../../shared/record/field';
import type { Given } from '../../../shared/record/given';
import { locatorOf } from '../../../shared/record/locator';
import { object } from '../../../shared/shape';
import type { StoreRecord } from '../../records/storeRecord';
import type { StoreClient } from '../../transport/StoreClient';
import { create } from './create';
import { homeLocators, scopeOf, stayingId, type Made } from './picked';
import { newFields, newValues } from '../../../shared/record/written';
import { createSeveral } from './createsSeveral';
import { sharing } from './keysAtOnce';

/** What the item says of a new one, and what it belongs to. */
async function valuesOf(run: ItemRun, client: StoreClient, record: StoreRecord): Promise<Entered> {
	const { of } = record;
	return { ...newValues(run, record), ...(of && { [of.field]: await stayingId(run, client, of.record) }) };
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
					together: sharing(record),
					read: async (run, client) => await valuesOf(run, client, record),
					about: (values) => JSON.stringify(same.fields.map((name) => values[name])).toLowerCase(),
					send: async (rows, client, [first]) =>
						await createSeveral(first, client, { ...record, same, together }, rows),
					alone,
				}),
			}),
	};
}
