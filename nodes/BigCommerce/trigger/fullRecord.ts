import { givesIf, isNamed, type Gives } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';
import type { Given } from '../../shared/record/given';
import { pageOf, recordOf } from '../transport/dialect';
import { INFERRED } from '../transport/inferred';
import { firstPage } from '../transport/pagination';
import type { StoreClient } from '../transport/StoreClient';
import { singleData, type Delivery } from './delivery';
import { sourceOf, type Place } from './sources';

export type FullRecord =
	| { kind: string; record: Given }
	/** It was deleted since the event. */
	| { kind: string; gone: true }
	/** The store did not give it; `passing` when another try later may. */
	| { kind: string; refused: Error; passing: boolean };

const rowsOf = (body: unknown): Given[] =>
	isRecord(body) && Array.isArray(body.data) ? body.data.filter(isRecord) : [];

/** A list of nothing but the one that was asked for, or of nothing; one record; one record by a name of its own. */
function givesFor({ path, id, field = 'id', filter }: Place): Gives {
	if (field !== 'id' && !filter) {
		return givesIf(({ body }) => isRecord(body) && isNamed(body.data, field, id));
	}
	if (!filter) return recordOf(path, id);
	const list = pageOf(path, firstPage(Number.POSITIVE_INFINITY), field);
	return (reply) =>
		list(reply) ??
		(rowsOf(reply.body).every((row) => isNamed(row, field, id)) ? undefined : 'data of another shape');
}

/**
 * Reads the object of an event again: a delivery is a hint, not the truth (design page).
 *
 * @returns undefined when there is nothing to read for this event
 */
export async function readFullRecord(
	client: StoreClient,
	delivery: Delivery,
): Promise<FullRecord | undefined> {
	const data = singleData(delivery);
	const source = sourceOf(delivery.scope, data);
	const place = source?.at(data);
	if (!source || !place) return undefined;
	const { name: kind, scope } = source;
	const { path, id, filter } = place;
	const request = {
		method: 'GET' as const,
		path,
		...(filter && { query: { [filter]: id } }),
		subject: { name: `${kind} of the delivery`, scope },
		gives: givesFor(place),
	};
	const { last } = await client.tryRequest(request);
	if (last.status === 404) return { kind, gone: true };
	if (!('headers' in last) || last.status >= 300) {
		const passing =
			!('headers' in last) || last.status >= 500 || INFERRED.passingRefusals.includes(last.status);
		return { kind, refused: client.refusal(last, request), passing };
	}
	const record = filter ? rowsOf(last.body).at(0) : recordIn(path, last.body);
	return isRecord(record) ? { kind, record } : { kind, gone: true };
}

const recordIn = (path: string, body: unknown): unknown =>
	path.startsWith('/v3/') && isRecord(body) ? body.data : body;
