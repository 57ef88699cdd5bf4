import {
	anyRecord,
	bodyField,
	bodyIn,
	methodField,
	methodIn,
	queryField,
	shownChange,
	wasRemoved,
} from '../../../shared/anyCall';
import { isRecord } from '../../../shared/isRecord';
import type { Operation } from '../../../shared/operation';
import { goodReply, isDoubtful, type Broken, type Reply } from '../../../shared/send';
import { changeOf, insideOf } from '../../transport/anyAnswer';
import { mayAdd } from '../../transport/newRows';
import type { StoreClient, StoreRequest } from '../../transport/StoreClient';
import { removesNamed } from '../../transport/wholeCollections';
import { askedFor, pathField, SCOPES_BY_PATH } from './asked';

const METHODS = ['DELETE', 'PATCH', 'POST', 'PUT'] as const;

/** Saved, but not all of it (BigCommerce reference 2.5). */
const PARTLY = 207;

/** Refused, but with what succeeded under `data` (reference 5.3). */
const isInPart = (last: Reply | Broken): boolean =>
	'headers' in last &&
	last.status === 422 &&
	isRecord(last.body) &&
	Array.isArray(last.body.data) &&
	last.body.data.length > 0;

export const send: Operation<StoreClient> = {
	option: {
		name: 'Send',
		value: 'send',
		description: 'Change something through any path',
		action: 'Send a change to any path',
	},
	// Nobody knows what a path does twice, and nothing tells what it made from others.
	effect: 'once',
	scopesBy: SCOPES_BY_PATH,
	output: anyRecord,
	fields: [methodField(METHODS), pathField, queryField, bodyField],
	async execute(run, client) {
		const method = methodIn(run, METHODS);
		const asked = askedFor(run);
		const { path, query } = asked;
		const body = bodyIn(run, method, true);
		if (method === 'DELETE' && !removesNamed(path, query, body)) {
			throw run.refuse({
				what: `DELETE of ${path} names no record, and could empty the whole collection`,
				next: 'Put the ID of one record at the end of Path, or enter under Query the filter by ID that the path takes, for example {"id:in": "1,2"}.',
			});
		}
		const request: StoreRequest = {
			...asked,
			method,
			...(body && { body }),
			gives: changeOf(method, path),
			// Such as a line of an order, which the same PUT adds a second time (BigCommerce reference 3.4).
			...(method === 'PUT' && mayAdd(body) && { makes: true }),
			done: `${method} ${path} was carried out`,
		};
		const outcome = await client.tryRequest(request);
		const { last, write } = outcome;
		if (wasRemoved(method, outcome)) {
			write?.settle(true);
			return { success: true };
		}
		const good = goodReply(last);
		if (good && good.status !== PARTLY) return shownChange(insideOf(path, good.body));
		if (isInPart(last)) write?.doubt();
		const next = `Look in the store whether ${method} ${path} was carried out before you run this item again.`;
		throw client.refusal(last, request, isDoubtful(last) || isInPart(last) ? next : undefined);
	},
};
