import get from 'lodash/get';
import isEmpty from 'lodash/isEmpty';
import { areRows, givesIf, isNamed, isNoBody, type Gives } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';
import { INFERRED } from './inferred';
import { firstPage, isWholePage, type Place } from './pagination';

/** One V2 record: a bare object with its id (BigCommerce reference 2.1). @param id the one that was asked for, if it was */
export const v2Record = (id?: string | number): Gives => givesIf(({ body }) => isNamed(body, 'id', id));

/** One V3 record: under `data`, with its id (reference 2.1). */
export const v3Record = (id?: string | number): Gives =>
	givesIf(({ body }) => isRecord(body) && isNamed(body.data, 'id', id));

/** Whether a row is one of the list that was asked for. */
type IsRow = (row: unknown) => boolean;

const byId: IsRow = (row) => isNamed(row, 'id');

/** Metafields are found by namespace and key (reference 5.2): one without them would be passed over as if it were not there. */
const isMetafield: IsRow = (row) =>
	byId(row) && isRecord(row) && typeof row.namespace === 'string' && typeof row.key === 'string';

/** How the rows of a list name themselves. An error that comes as a list with a good status has rows, too. @param idField where it is not `id` */
function rowOf(path: string, idField?: string): IsRow {
	if (idField) return (row) => isRecord(row) && isNamed({ id: get(row, idField) }, 'id');
	return path.endsWith('/metafields') ? isMetafield : byId;
}

/** A `null` in between says nothing. */
const areRowsOf = (rows: unknown, isRow: IsRow): boolean =>
	areRows(rows) && rows.every((row) => row === null || isRow(row));

/** A V2 list: a bare array; an empty one is a 204 without a body (reference 2.1). */
const v2Rows = (isRow: IsRow): Gives =>
	givesIf(({ status, body }) => (status === 204 ? isNoBody(body) : areRowsOf(body, isRow)));

const isSaid = (part: unknown): boolean => Boolean(part) && !(typeof part === 'object' && isEmpty(part));

/** Whether a V3 answer speaks of an error next to its data, as partial successes do (reference 2.6). */
export const hasErrors = ({ status, error, errors, batch_errors: batch }: Record<string, unknown>): boolean =>
	Number(status) >= 400 || [error, errors, batch].some(isSaid);

/** One page of a V3 list: an array under `data` (reference 2.1) that shows what its envelope says; order transactions may answer an empty one with 204 as V2 does. */
const v3Page = (isRow: IsRow, place: Place): Gives =>
	givesIf(({ status, body }) => {
		if (!isWholePage(body, place)) return false;
		if (status === 204) return isNoBody(body);
		return isRecord(body) && !hasErrors(body) && areRowsOf(body.data, isRow);
	});

/** A V2 list of which every row has its id. */
export const v2List: Gives = v2Rows(byId);

/** The first page of a V3 list, of a size that the store decides. */
export const v3List: Gives = v3Page(byId, firstPage(Number.POSITIVE_INFINITY));

/**
 * One page of the list that a path gives, by its version.
 *
 * @param place where the walk through it stands
 * @param idField by what a row names itself, where that is not `id`
 */
export const pageOf = (path: string, place: Place, idField?: string): Gives =>
	path.startsWith('/v2/') ? v2Rows(rowOf(path, idField)) : v3Page(rowOf(path, idField), place);

/** One page of a list of which nothing is known but that its rows are records. */
export const anyPage = (path: string, place: Place): Gives =>
	path.startsWith('/v2/') ? v2Rows(isRecord) : v3Page(isRecord, place);

/** The one record that a path gives, by its version. */
export const recordOf = (path: string, id?: string | number): Gives =>
	path.startsWith('/v2/') ? v2Record(id) : path.startsWith('/v3/hooks/') ? hookWith(id) : v3Record(id);

/** Whether an answer shows all of a record; a change may answer only what was sent. */
export const isWhole = (record: unknown): boolean => isRecord(record) && INFERRED.neverSent in record;

/** A removal: 204 and nothing else (reference 2.5). */
export const removed: Gives = givesIf(({ status, body }) => status === 204 && isNoBody(body));

/** One hook; guides show it without `data`, the V3 description with it, also after its removal (reference 12.1). @param id the one that was asked for, if it was */
const hookWith = (id?: string | number): Gives =>
	givesIf(({ body }) => isNamed(isRecord(body) && 'data' in body ? body.data : body, 'id', id));

export const hook: Gives = hookWith();
