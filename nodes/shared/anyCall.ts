import isEmpty from 'lodash/isEmpty';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isRecord } from './isRecord';
import type { ItemRun } from './itemRun';
import type { OperationResult } from './operation';
import type { Outcome } from './send';
import type { PlainBody, Query } from './serviceRequest';
import { either, flag, object, text, whole } from './shape';

/** What most records have; the others say nothing in common. Where nothing came back, `success` stands alone. */
export const anyRecord = object({ id: either(whole, text), success: flag });

/** The path of any call. @param description what it stands below, sentence case without a full stop */
export const pathField = (example: string, description: string): INodeProperties => ({
	displayName: 'Path',
	name: 'path',
	type: 'string',
	required: true,
	default: '',
	placeholder: `e.g. ${example}`,
	description,
});

/** The path that was entered. @throws NodeOperationError when there is none */
export const enteredPath = (run: ItemRun): string => run.requiredText('path', 'Path');

export const queryField: INodeProperties = {
	displayName: 'Query',
	name: 'query',
	type: 'json',
	default: '{}',
	description: 'Parameters by name',
};

type Plain = string | number | boolean;

const isPlain = (value: unknown): value is Plain => ['string', 'number', 'boolean'].includes(typeof value);

/** What was entered under Query; several values stand with commas between them. @throws NodeOperationError when one is no text, number or list of them */
export function queryIn(run: ItemRun): Query {
	const entries = Object.entries(run.json('query', queryField.displayName));
	return Object.fromEntries(
		entries.map(([name, value]): [string, IDataObject[string]] => {
			if (isPlain(value)) return [name, value];
			if (Array.isArray(value) && value.length && value.every(isPlain)) return [name, value.join(',')];
			throw run.refuse({
				what: `Query must hold texts, numbers and lists of them, but "${name}" holds something else`,
				next: 'Enter a value for it, or leave it out.',
			});
		}),
	);
}

/** The methods by which something is changed. */
export type ChangingMethod = 'DELETE' | 'PATCH' | 'POST' | 'PUT';

/** @param methods that the service knows, in the order in which they are listed */
export const methodField = (methods: readonly ChangingMethod[]): INodeProperties => ({
	displayName: 'Method',
	name: 'method',
	type: 'options',
	options: methods.map((method) => ({ name: method, value: method })),
	default: 'POST',
	description: 'What the path is asked to do',
});

/** The method that was chosen. @throws NodeOperationError when it is none of these */
export function methodIn(run: ItemRun, methods: readonly ChangingMethod[]): ChangingMethod {
	const entered = run.text('method');
	const method = methods.find((one) => one === entered);
	if (method) return method;
	throw run.refuse({
		what: `Method must be one of ${methods.join(', ')}, but it is "${entered}"`,
		next: 'Choose it from the list; to read something, choose Get.',
	});
}

export const bodyField: INodeProperties = {
	displayName: 'Body',
	name: 'body',
	type: 'json',
	default: '{}',
	description: 'An object or a list, as the path takes it; most paths take none with DELETE',
};

const isId = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;

const areIds = (values: unknown[]): values is number[] => values.length > 0 && values.every(isId);

/**
 * The body that was entered; undefined when DELETE goes without one.
 *
 * @param takesIds whether a DELETE may take a list of numbers
 * @throws NodeOperationError when it is something else
 */
export function bodyIn(run: ItemRun, method: ChangingMethod, takesIds = false): PlainBody | undefined {
	const body = run.anyJson('body', bodyField.displayName) ?? {};
	const mayBeIds = takesIds && method === 'DELETE';
	if (Array.isArray(body) && mayBeIds && areIds(body)) return body;
	if (Array.isArray(body) && body.every(isRecord)) return body;
	if (isRecord(body)) return method === 'DELETE' && !Object.keys(body).length ? undefined : body;
	throw run.refuse({
		what: `Body must be a JSON object, or a list of them${mayBeIds ? ' or of ids' : ''}`,
		next: 'Enter something like {"name": "value"}, or check the expression that should give it.',
	});
}

/** What came back of a change; something always does, so that the next node runs. @param inside what stood in the answer, without its envelope */
export const shownChange = (inside: IDataObject | IDataObject[]): OperationResult =>
	isEmpty(inside) ? { success: true } : inside;

/** Whether a DELETE that found nothing had taken it away itself, by an earlier try whose answer was lost. */
export const wasRemoved = (method: ChangingMethod, { last, repeatedAfterDoubt }: Outcome): boolean =>
	method === 'DELETE' && last.status === 404 && repeatedAfterDoubt;
