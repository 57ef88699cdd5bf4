import get from 'lodash/get';
import { NodeApiError } from 'n8n-workflow';
import { givesIf, isNamed, type Gives } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';
import type { Given } from '../../shared/record/given';
import { pageOf, recordOf } from '../transport/dialect';
import { INFERRED } from '../transport/inferred';
import { firstPage } from '../transport/pagination';
import type { ScopeName } from '../transport/scopes';
import type { StoreClient } from '../transport/StoreClient';
import type { Place } from './places';

/** What came of reading something again. */
export type Reading =
	| { record: Given }
	/** It was deleted since the event. */
	| { gone: true }
	/** The store did not give it; `passing` when another try later may. */
	| { refused: Error; passing: boolean };

/** What came of reading something of which there may be several. */
export type PartReading = Reading | { rows: Given[] };

/** Whether a read that ended with this status may succeed by itself later; 0 where there was no answer, below 300 where it was none of this call. */
const isPassing = (status: number): boolean =>
	status < 300 || status >= 500 || INFERRED.passingRefusals.includes(status);

/** What came of reading something that ended with an error. */
export function failedReading(
	refused: NodeApiError,
): { gone: true } | { refused: NodeApiError; passing: boolean } {
	const status = Number(refused.httpCode ?? 0);
	return status === 404 ? { gone: true } : { refused, passing: isPassing(status) };
}

/** What is read, for a refusal. */
export interface Named {
	name: string;
	scope: ScopeName;
}

/** The rows of a list, V2 or V3; an empty one of V2 has no body. */
const rowsOf = (body: unknown): Given[] => {
	const rows = isRecord(body) ? body.data : body;
	return Array.isArray(rows) ? rows.filter(isRecord) : [];
};

const isIt = (row: unknown, { id, field = 'id' }: Place): boolean =>
	isNamed({ id: get(row, field) }, 'id', id);

/** A list of nothing but the one that was asked for, or of nothing; a whole list; one record; one record by a name of its own. */
function givesFor(place: Place): Gives {
	const { path, id, field = 'id', among } = place;
	if (field !== 'id' && !among) {
		return givesIf(({ body }) => isRecord(body) && isNamed(body.data, field, id));
	}
	if (!among) return recordOf(path, id);
	const list = pageOf(path, firstPage(Number.POSITIVE_INFINITY), field);
	const isWhole = !Object.keys(among).length;
	return (reply) =>
		list(reply) ??
		(isWhole || rowsOf(reply.body).every((row) => isIt(row, place)) ? undefined : 'data of another shape');
}

/** The only row that is it: of several nobody knows which one was meant. */
function soleOf(body: unknown, place: Place): Given | undefined {
	const [row, ...others] = rowsOf(body).filter((one) => isIt(one, place));
	return others.length ? undefined : row;
}

const recordIn = (path: string, body: unknown): unknown =>
	path.startsWith('/v3/') && isRecord(body) ? body.data : body;

/** Reads what stands at a place again: a delivery is a hint, not the truth (design page). */
export async function readAt(client: StoreClient, { name, scope }: Named, place: Place): Promise<Reading> {
	const { path, among } = place;
	const request = {
		method: 'GET' as const,
		path,
		...(among && { query: among }),
		subject: { name: `${name} of the delivery`, scope },
		gives: givesFor(place),
	};
	const { last } = await client.tryRequest(request);
	if (last.status === 404) return { gone: true };
	if (!('headers' in last) || last.status >= 300) {
		const passing = isPassing('headers' in last ? last.status : 0);
		return { refused: client.refusal(last, request), passing };
	}
	const record = among ? soleOf(last.body, place) : recordIn(path, last.body);
	return isRecord(record) ? { record } : { gone: true };
}

/** The rows of a list that are it, page by page, until the one that was looked for is there. */
async function walk(client: StoreClient, { name, scope }: Named, place: Place): Promise<Given[]> {
	const { path, among, field, isMany } = place;
	const subject = { name: `${name} of the delivery`, scope };
	const found: Given[] = [];
	for await (const rows of client.pages({ path, query: among, subject, idField: field })) {
		const those = rows.filter((row) => isIt(row, place));
		found.push(...those);
		// A page without any of many: the list is not narrowed down, and would be walked to its end.
		if (isMany ? !those.length : found.length) break;
	}
	return found;
}

/** Reads what an event tells of beside its object. */
export async function readPartAt(client: StoreClient, named: Named, place: Place): Promise<PartReading> {
	const { isPaged, isMany } = place;
	if (!isPaged && !isMany) return await readAt(client, named, place);
	try {
		const rows = await walk(client, named, place);
		if (!rows.length) return { gone: true };
		return isMany ? { rows } : { record: rows[0] };
	} catch (error) {
		return error instanceof NodeApiError ? failedReading(error) : await Promise.reject(error);
	}
}
