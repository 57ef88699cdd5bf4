import isEqual from 'lodash/isEqual';
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
const EMPTY_200: ReadonlySet<number> = new Set([200, ...EMPTY_CHANGE]);

/** The changes whose 200 has no body by their description (`price_lists.v3`, `settings.v3`, `email_templates.v3`); of any other, an empty page of a gateway is no answer. */
const EMPTY_BY_DESCRIPTION = [
	['POST', /^\/v3\/pricelists\/assignments$/],
	['PUT', /^\/v3\/settings\/inventory\/notifications$/],
	['DELETE', /^\/v3\/marketing\/email-templates\/[^/]+$/],
] as const;

/** Statuses with which an empty object says that a change was taken: a capture or void (reference 4.1), what goes on in the background (2.5). */
const TAKEN: ReadonlySet<number> = new Set([201, 202]);

/** What a DELETE with ids in its body answers (reference 5.3). */
const areIds = (data: unknown): boolean =>
	Array.isArray(data) && data.length > 0 && data.every((id) => Number.isSafeInteger(id));

/** By what an answer of V3 without `data` names what it is about: a hook, movements of stock, a customer (reference 2.1, 8.3, 12.1; `customers.v3`, validate-credentials). */
const NAMES = ['id', 'transaction_id', 'customer_id'] as const;

/** A list, a record under `data`, or what stands without it; a customer's consent is the list of what it allows (`customers.v3`, consent). */
const isV3 = (body: IDataObject): boolean =>
	!hasErrors(body) &&
	('data' in body
		? isRecord(body.data) || areRows(body.data) || areIds(body.data)
		: NAMES.some((name) => isNamed(body, name)) || Array.isArray(body.allow) || isRecord(body.meta));

/** @param isNumbered whether a record of V2 has to name itself */
const answers = (path: string, isNumbered: boolean, emptyOn: ReadonlySet<number>): Gives =>
	givesIf(({ status, body }) => {
		if (isNoBody(body)) return emptyOn.has(status);
		if (!isRecord(body)) return isV2(path) && areRows(body);
		return isV2(path) ? !isNumbered || isNamed(body, 'id') : isV3(body);
	});

/** What any path gives that is read: as far as its version and its end tell, no page of a gateway is taken for it. */
export const readOf = (path: string): Gives => answers(path, endsInNumber(path), EMPTY_READ);

const mayBeEmpty = (method: string, path: string): boolean =>
	EMPTY_BY_DESCRIPTION.some(([verb, pattern]) => verb === method && pattern.test(path));

/** What any path gives that is changed; V2 answers with the record, V3 also with nothing, or an empty object. */
export const changeOf = (method: string, path: string): Gives => {
	const gives = answers(path, true, mayBeEmpty(method, path) ? EMPTY_200 : EMPTY_CHANGE);
	if (isV2(path)) return gives;
	return (reply) => (TAKEN.has(reply.status) && isEqual(reply.body, {}) ? undefined : gives(reply));
};

/** What stands in a good answer: the record, or the rows, without the envelope of V3. */
export function insideOf(path: string, body: unknown): IDataObject | IDataObject[] {
	const inside = isRecord(body) && !isV2(path) && 'data' in body ? body.data : body;
	if (Array.isArray(inside)) return inside.filter(isRecord);
	return isRecord(inside) ? inside : [];
}
