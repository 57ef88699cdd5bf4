import { areRows, givesIf, isNamed, isNoBody, type Gives } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';

/** One V2 record: a bare object with its id (BigCommerce reference 2.1). @param id the one that was asked for, if it was */
export const v2Record = (id?: string | number): Gives => givesIf(({ body }) => isNamed(body, 'id', id));

/** One V3 record: under `data`, with its id (reference 2.1). */
export const v3Record = (id?: string | number): Gives =>
	givesIf(({ body }) => isRecord(body) && isNamed(body.data, 'id', id));

/** A V2 list: a bare array; an empty one is a 204 without a body (reference 2.1). */
export const v2List: Gives = givesIf(({ status, body }) => (status === 204 ? isNoBody(body) : areRows(body)));

/** A V3 list: an array under `data` (reference 2.1); order transactions may answer an empty one with 204 as V2 does. */
export const v3List: Gives = givesIf(({ status, body }) =>
	status === 204 ? isNoBody(body) : isRecord(body) && areRows(body.data),
);

/** The list that a path gives, by its version. */
export const listOf = (path: string): Gives => (path.startsWith('/v2/') ? v2List : v3List);

/** The one record that a path gives, by its version. */
export const recordOf = (path: string, id?: string | number): Gives =>
	path.startsWith('/v2/') ? v2Record(id) : v3Record(id);

/** A removal: 204 and nothing else (reference 2.5). */
export const removed: Gives = givesIf(({ status, body }) => status === 204 && isNoBody(body));

/** One hook; guides show it without `data`, the V3 description with it, also after its removal (reference 12.1). */
export const hook: Gives = givesIf(({ body }) =>
	isNamed(isRecord(body) && 'data' in body ? body.data : body, 'id'),
);
