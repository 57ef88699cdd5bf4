import type { IDataObject } from 'n8n-workflow';
import { areRows, givesIf, isNamed, isNoBody, type Gives } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';
import { hasErrors } from './dialect';

const isV2 = (path: string): boolean => path.startsWith('/v2/');

/** One record is asked for by the number at the end of the path. */
const endsInNumber = (path: string): boolean => /\/\d+$/.test(path);

/** Statuses with which nothing may come (BigCommerce reference 2.5): an empty list or a removal; a change that was taken. */
const EMPTY_READ: ReadonlySet<number> = new Set([204]);
const EMPTY_CHANGE: ReadonlySet<number> = new Set([201, 202, 204]);

/** What a DELETE with ids in its body answers (reference 5.3). */
const areIds = (data: unknown): boolean =>
	Array.isArray(data) && data.length > 0 && data.every((id) => Number.isSafeInteger(id));

/** A list, a record under `data`, or a hook, which guides show without it; a change may answer its number alone (reference 2.1, 8.3, 12.1). */
const isV3 = (body: IDataObject): boolean =>
	!hasErrors(body) &&
	('data' in body
		? isRecord(body.data) || areRows(body.data) || areIds(body.data)
		: ['id', 'transaction_id'].some((name) => isNamed(body, name)) || isRecord(body.meta));

/** @param isNumbered whether a record of V2 has to name itself */
const answers = (path: string, isNumbered: boolean, emptyOn: ReadonlySet<number>): Gives =>
	givesIf(({ status, body }) => {
		if (isNoBody(body)) return emptyOn.has(status);
		if (!isRecord(body)) return isV2(path) && areRows(body);
		return isV2(path) ? !isNumbered || isNamed(body, 'id') : isV3(body);
	});

/** What any path gives that is read: as far as its version and its end tell, no page of a gateway is taken for it. */
export const readOf = (path: string): Gives => answers(path, endsInNumber(path), EMPTY_READ);

/** What any path gives that is changed; V2 answers with the record. */
export const changeOf = (path: string): Gives => answers(path, true, EMPTY_CHANGE);

/** What stands in a good answer: the record, or the rows, without the envelope of V3. */
export function insideOf(path: string, body: unknown): IDataObject | IDataObject[] {
	const inside = isRecord(body) && !isV2(path) && 'data' in body ? body.data : body;
	if (Array.isArray(inside)) return inside.filter(isRecord);
	return isRecord(inside) ? inside : [];
}
