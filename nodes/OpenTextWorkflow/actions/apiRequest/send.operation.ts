import {
	anyRecord,
	bodyField,
	bodyIn,
	methodField,
	methodIn,
	shownChange,
	wasRemoved,
	type ChangingMethod,
} from '../../../shared/anyCall';
import { isRecord } from '../../../shared/isRecord';
import type { Operation } from '../../../shared/operation';
import { goodReply } from '../../../shared/send';
import type { PlainBody } from '../../../shared/serviceRequest';
import { changeOf, insideOf } from '../../transport/anyAnswer';
import { endOf, removesNamed } from '../../transport/anyPath';
import { isInDoubt } from '../../transport/replies';
import type { WorkflowClient, WorkflowRequest } from '../../transport/WorkflowClient';
import { askedFor, callFields } from './asked';

/** The service knows no PATCH (reference 4.1). */
const METHODS = ['DELETE', 'POST', 'PUT'] as const;

/** Whether sent twice it may do more than once: nobody knows what any path does, and an action, such as the trigger of an execution, sets off the step behind it, too (reference 4.5, E2). */
const mayDoMore = (method: ChangingMethod, path: string, body: PlainBody | undefined): boolean => {
	const isNamed = ['record', 'variable'].includes(endOf(path).kind);
	return method === 'PUT' && (!isNamed || !isRecord(body) || body.action !== undefined);
};

/** Where it shows whether a change was carried out whose answer was lost. */
const lookAt = (method: ChangingMethod, path: string): string =>
	method === 'POST' && endOf(path).kind === 'list'
		? `Look with Get Many at ${path} whether it is there already before you run this item again.`
		: `Look with Get at ${path}, or in the history of its case, whether ${method} was carried out before you run this item again.`;

export const send: Operation<WorkflowClient> = {
	option: {
		name: 'Send',
		value: 'send',
		description: 'Change something through any path',
		action: 'Send a change to any path',
	},
	// Nobody knows what a path does twice, and nothing tells what it made from others.
	effect: 'once',
	output: anyRecord,
	fields: [methodField(METHODS), ...callFields, bodyField],
	async execute(run, client) {
		const method = methodIn(run, METHODS);
		const asked = await askedFor(run, client);
		const { path } = asked;
		const body = bodyIn(run, method);
		if (method === 'DELETE' && !removesNamed(path, body)) {
			throw run.refuse({
				what: `DELETE of ${path} names no record, and could empty the whole collection`,
				next: 'Put the ID of one record, or the name of one variable, at the end of Path; an assignment is named in Body by its type and its user or group.',
			});
		}
		const request: WorkflowRequest = {
			...asked,
			method,
			...(body && { body }),
			gives: changeOf(method, path),
			...(mayDoMore(method, path, body) && { makes: true }),
			done: `${method} ${path} was carried out`,
		};
		const outcome = await client.tryRequest(request);
		const { last, write } = outcome;
		if (wasRemoved(method, outcome)) {
			write?.settle(true);
			return { success: true };
		}
		const good = goodReply(last);
		if (good) return shownChange(insideOf(path, good.body));
		throw client.refusal(last, request, isInDoubt(last) ? lookAt(method, path) : undefined);
	},
};
