import pick from 'lodash/pick';
import type { INodeProperties } from 'n8n-workflow';
import { batchOf } from '../../../shared/batch';
import type { ItemRun } from '../../../shared/itemRun';
import type { Entered } from '../../../shared/record/field';
import type { Given } from '../../../shared/record/given';
import { askedChange, changedValues } from '../../../shared/record/changed';
import { object } from '../../../shared/shape';
import type { StoreRecord } from '../../records/storeRecord';
import type { Row } from '../../transport/collection';
import type { StoreClient } from '../../transport/StoreClient';
import { changeSeveral, type Change } from './changesSeveral';
import { collectionOf, idOf, keyOf, locators, scopeOf, type Made } from './picked';

/** What is sent for the record with this id: what must be said although it stays is read first. */
async function rowOf(run: ItemRun, client: StoreClient, record: StoreRecord, values: Entered): Promise<Row> {
	const { restated = [] } = record;
	const id = await idOf(run, client, record);
	if (restated.every((name) => name in values)) return { ...values, id };
	const standing = await (await collectionOf(run, client, record)).get(id);
	return { ...pick(standing, restated), ...values, id };
}

/** What an Update asks, and what it sets. */
interface Asked {
	fields: INodeProperties[];
	values(run: ItemRun, client: StoreClient): Promise<Entered>;
}

/** An Update: up to as many as the store takes in one call, each with its own result. @param asked left out: every field that can be changed */
export function changes(
	record: StoreRecord,
	{ fields, values: read }: Asked = {
		fields: askedChange(record),
		values: async (run) => await Promise.resolve(changedValues(run, record)),
	},
): Made {
	const { most } = record;
	const alone = async (run: ItemRun, client: StoreClient): Promise<Given> => {
		const row = await rowOf(run, client, record, await read(run, client));
		const [changed] = (await (await collectionOf(run, client, record)).change([row])) ?? [];
		return changed;
	};
	return {
		effect: 'change',
		scopes: scopeOf(record, 'modify'),
		output: object(record.properties),
		fields: [...locators(record), ...fields],
		execute: alone,
		...(most && {
			batch: batchOf<StoreClient, Change>({
				most,
				async read(run, client) {
					const values = await read(run, client);
					const key = record.restated ? undefined : keyOf(run, record);
					return key === undefined ? { row: await rowOf(run, client, record, values) } : { key, values };
				},
				about: (change) => ('row' in change ? `id ${change.row.id}` : `key ${change.key.toLowerCase()}`),
				send: async (rows, client, [first]) => await changeSeveral(first, client, record, rows),
				alone,
			}),
		}),
	};
}
