import isEmpty from 'lodash/isEmpty';
import type { INodeProperties } from 'n8n-workflow';
import { isRecord } from '../../../shared/isRecord';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation, OperationResult } from '../../../shared/operation';
import { goodReply, isDoubtful, type Broken, type Reply } from '../../../shared/send';
import type { PlainBody } from '../../../shared/serviceRequest';
import { changeOf, insideOf } from '../../transport/anyAnswer';
import { mayAdd } from '../../transport/newRows';
import type { StoreClient, StoreRequest } from '../../transport/StoreClient';
import { removesNamed } from '../../transport/wholeCollections';
import { anyRecord, askedFor, pathField, queryField, SCOPES_BY_PATH } from './asked';

const METHODS = ['DELETE', 'PATCH', 'POST', 'PUT'] as const;

type Method = (typeof METHODS)[number];

const methodField: INodeProperties = {
	displayName: 'Method',
	name: 'method',
	type: 'options',
	options: METHODS.map((method) => ({ name: method, value: method })),
	default: 'POST',
	description: 'What the path is asked to do',
};

const bodyField: INodeProperties = {
	displayName: 'Body',
	name: 'body',
	type: 'json',
	default: '{}',
	description: 'An object or a list, as the path takes it; most paths take none with DELETE',
};

/** Saved, but not all of it (BigCommerce reference 2.5). */
const PARTLY = 207;

/** Refused, but with what succeeded under `data` (reference 5.3). */
const isInPart = (last: Reply | Broken): boolean =>
	'headers' in last &&
	last.status === 422 &&
	isRecord(last.body) &&
	Array.isArray(last.body.data) &&
	last.body.data.length > 0;

const isMethod = (text: string): text is Method => METHODS.some((method) => method === text);

function methodIn(run: ItemRun): Method {
	const method = run.text('method');
	if (isMethod(method)) return method;
	throw run.refuse({
		what: `Method must be one of ${METHODS.join(', ')}, but it is "${method}"`,
		next: 'Choose it from the list; to read something, choose Get.',
	});
}

const isId = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;

const areIds = (values: unknown[]): values is number[] => values.length > 0 && values.every(isId);

function bodyIn(run: ItemRun, method: Method): PlainBody | undefined {
	const body = run.anyJson('body', bodyField.displayName) ?? {};
	if (Array.isArray(body) && method === 'DELETE' && areIds(body)) return body;
	if (Array.isArray(body) && body.every(isRecord)) return body;
	if (isRecord(body)) return method === 'DELETE' && !Object.keys(body).length ? undefined : body;
	throw run.refuse({
		what: `Body must be a JSON object, or a list of them${method === 'DELETE' ? ' or of ids' : ''}`,
		next: 'Enter something like {"name": "value"}, or check the expression that should give it.',
	});
}

/** What came back; something always does, so that the next node runs. */
function shown(path: string, body: unknown): OperationResult {
	const inside = insideOf(path, body);
	return isEmpty(inside) ? { success: true } : inside;
}

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
	fields: [methodField, pathField, queryField, bodyField],
	async execute(run, client) {
		const method = methodIn(run);
		const asked = askedFor(run);
		const { path, query } = asked;
		const body = bodyIn(run, method);
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
		const { last, repeatedAfterDoubt, write } = await client.tryRequest(request);
		if (method === 'DELETE' && last.status === 404 && repeatedAfterDoubt) {
			write?.settle(true);
			return { success: true };
		}
		const good = goodReply(last);
		if (good && good.status !== PARTLY) return shown(path, good.body);
		if (isInPart(last)) write?.doubt();
		const next = `Look in the store whether ${method} ${path} was carried out before you run this item again.`;
		throw client.refusal(last, request, isDoubtful(last) || isInPart(last) ? next : undefined);
	},
};
