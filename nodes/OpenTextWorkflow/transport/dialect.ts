import type { IDataObject } from 'n8n-workflow';
import { areRows, givesIf, isNamed, isNoBody, type Gives } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';
import { rowsOf, totalOf } from './replies';

/** One record with its id (reference 5). @param id the one that was asked for */
export const record = (id: string): Gives => givesIf(({ body }) => isNamed(body, 'id', id));

/** The case that was started: one with another business key is somebody else's (reference 4.2, P1). */
export const startedCase = (businessKey: string): Gives =>
	givesIf(({ body }) => isNamed(body, 'id') && isRecord(body) && body.businessKey === businessKey);

/** What every row of a list must be. */
export type IsRow = (row: IDataObject) => boolean;

/**
 * A page of a list. An empty one has no `_embedded` at all (reference 3.2), so it is told by its other members: page numbers or links. One that counts more than it shows is no
 * list: something between us and the service cut it.
 *
 * @param offset index of its first row, of all
 * @param isRow what every row must be, where more depends on it than what is shown
 */
export const list = (offset: number, isRow: IsRow = () => true): Gives =>
	givesIf(({ body }) => {
		if (!rowsOf(body).every(isRow)) return false;
		if (Array.isArray(body)) return areRows(body);
		if (!isRecord(body)) return false;
		const holders = [
			...(isRecord(body._embedded) ? Object.values(body._embedded) : []),
			...('content' in body ? [body.content] : []),
		];
		const arrays = holders.filter(Array.isArray);
		if (holders.length > 0 && arrays.length === 0) return false;
		const isEnvelope = arrays.length > 0 || isRecord(body.page) || isRecord(body._links);
		const isShort = rowsOf(body).length === 0 && (totalOf(body) ?? 0) > offset;
		return isEnvelope && arrays.every(areRows) && !isShort;
	});

/** An action or a removal: its answer has no body to rely on, mostly none at all (reference 3.8, 4.6). */
export const accepted: Gives = givesIf(({ body }) => isNoBody(body) || isRecord(body));

/** One variable, or the list of those that were created (reference 4.3). */
export const variable = (name: string): Gives =>
	givesIf(({ body }) => {
		const rows = Array.isArray(body) ? body : [body, ...rowsOf(body)];
		return rows.some((row) => isNamed(row, 'name', name));
	});
