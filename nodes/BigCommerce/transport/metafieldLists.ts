import { isNamed } from '../../shared/answer';
import { readAs } from '../../shared/record/given';
import type { Query } from '../../shared/serviceRequest';
import type { ListRequest } from './lists';
import { metafield, type Metafield } from './metafield';
import type { OwnerType } from './owners';
import type { StoreClient } from './StoreClient';

const NAMES = ['namespace', 'key'] as const;

/** Metafields that fit a query; a list that passes over its filters (inferred) shows others first. */
export async function listed(
	client: StoreClient,
	request: ListRequest,
	limit?: number,
): Promise<Metafield[]> {
	const { query = {} } = request;
	const fits = (row: Metafield) =>
		NAMES.every((name) => query[name] === undefined || isNamed(row, name, String(query[name])));
	const read = async (most?: number) =>
		(await client.list(request, most)).map((row) => readAs(metafield, row));
	const rows = await read(limit);
	return rows.every(fits) ? rows : (await read()).filter(fits).slice(0, limit);
}

/**
 * Metafields of every object of one type in the store, by the batch path (reference 5.1).
 *
 * @param limit how many at most; all when left out
 */
export async function metafieldsOfType(
	client: StoreClient,
	type: OwnerType,
	filters: Query,
	limit?: number,
): Promise<Metafield[]> {
	return await listed(
		client,
		{
			path: `/v3${type.path}/metafields`,
			query: filters,
			subject: { name: `the metafields of every ${type.name.toLowerCase()}`, scope: type.scope },
		},
		limit,
	);
}
