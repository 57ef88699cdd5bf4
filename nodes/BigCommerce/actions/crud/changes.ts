import pick from 'lodash/pick';
import { batchOf } from '../../../shared/batch';
import type { ItemRun } from '../../../shared/itemRun';
import type { Given } from '../../../shared/record/given';
import { object } from '../../../shared/shape';
import type { StoreRecord } from '../../records/storeRecord';
import type { Row } from '../../transport/collection';
import type { StoreClient } from '../../transport/StoreClient';
import { collectionOf, idOf, locators, scopeOf, type Made } from './picked';
import { changedValues, changeFields } from '../../../shared/record/written';

/** An Update: up to as many as the store takes in one call, each with its own result. */
export function changes(record: StoreRecord): Made {
	const { most, restated = [] } = record;
	const read = async (run: ItemRun, client: StoreClient): Promise<Row> => {
		const values = changedValues(run, record);
		const id = await idOf(run, client, record);
		if (restated.every((name) => name in values)) return { ...values, id };
		const standing = await (await collectionOf(run, client, record)).get(id);
		return { ...pick(standing, restated), ...values, id };
	};
	const alone = async (run: ItemRun, client: StoreClient): Promise<Given> => {
		const row = await read(run, client);
		const [changed] = (await (await collectionOf(run, client, record)).change([row])) ?? [];
		return changed;
	};
	return {
		effect: 'change',
		scopes: scopeOf(record, 'modify'),
		output: object(record.properties),
		fields: [...locators(record), ...changeFields(record)],
		execute: alone,
		...(most && {
			batch: batchOf<StoreClient, Row>({
				most,
				read,
				send: async (rows, client, [first]) => await (await collectionOf(first, client, record)).change(rows),
				alone,
			}),
		}),
	};
}
