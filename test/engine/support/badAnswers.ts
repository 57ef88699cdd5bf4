import isEqual from 'lodash/isEqual';
import uniqWith from 'lodash/uniqWith';
import type { Exchange } from '../../sandbox/core/exchanges';
import type { FaultService } from '../../sandbox/core/faults';
import type { World } from './world';

/** Answers with status 200 that are none (K3). */
export const BAD_ANSWERS: Readonly<Record<string, { type: string; body: string }>> = {
	'a web page': { type: 'text/html', body: '<html><body>maintenance</body></html>' },
	'JSON that is cut off': { type: 'application/json', body: '[{"id":1,"uuid":"1"},{"id":' },
	'an empty body': { type: 'application/json', body: '' },
	'JSON of another shape': { type: 'application/json', body: '{"status":"ok"}' },
	'a JSON text': { type: 'application/json', body: '"maintenance"' },
	'rows that are no records': { type: 'application/json', body: '["maintenance"]' },
	'data that is no data': { type: 'application/json', body: '{"data":"x","results":"x","_embedded":"x"}' },
};

/** One call of an operation: which method goes to paths of which form. */
export interface Call {
	service: FaultService;
	method: string;
	/** A regular expression: ids differ from run to run. */
	path: string;
}

const isService = (name: string): name is FaultService =>
	['bigcommerce', 'workflow', 'signature'].includes(name);

export const isRead = (method: string) => method === 'GET' || method === 'HEAD';

const escaped = (path: string) => path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What differs from run to run: ids that count, uuids and the tokens of links. */
const isVariable = (segment: string) => /^\d+$/.test(segment) || /^(?=.*\d)[\w.~-]{20,}$/.test(segment);

/** Two actions on one task go to the same path, so that the one that is meant stands in the body; both are answered badly. */
const formOf = (path: string) =>
	`^${path
		.split('/')
		.map((segment) => (isVariable(segment) ? '[^/]+' : escaped(segment)))
		.join('/')}(\\?|$)`;

/** The call of an exchange; undefined for the sign-in, which is the credential's. */
export function callOf({ service, method, url }: Exchange): Call | undefined {
	const [path] = url.split('?');
	if (!isService(service) || path.endsWith('/oauth2/token')) return undefined;
	return { service, method, path: formOf(path) };
}

/** Every different call in a log. */
export function callsIn(exchanges: readonly Exchange[]): Call[] {
	const calls = exchanges.flatMap((exchange) => callOf(exchange) ?? []);
	return uniqWith(calls, isEqual);
}

/** Lets a call be answered badly, so and so often. */
export const strike = (world: World, { service, method, path }: Call, kind: string, times: number) =>
	world.sandbox.context.faults.add({
		service,
		kind: 'status',
		method,
		path,
		times,
		status: 200,
		headers: { 'content-type': BAD_ANSWERS[kind].type },
		body: BAD_ANSWERS[kind].body,
	});
