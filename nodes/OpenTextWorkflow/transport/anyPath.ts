import { notBelow, partsOf, plainParts } from '../../shared/anyPath';
import type { Advice } from '../../shared/errorText';
import { isRecord } from '../../shared/isRecord';
import type { PlainBody } from '../../shared/serviceRequest';
import { BASES } from './WorkflowClient';

/** One of the two halves of the service. */
export type Api = keyof typeof BASES;

/** As the node lists them. */
export const APIS: Readonly<Record<Api, string>> = { runtime: 'Actions and Models', history: 'History' };

const ALL_APIS: readonly Api[] = ['runtime', 'history'];

const apiOf = (slashed: string): Api | undefined =>
	ALL_APIS.find((api) => slashed.startsWith(`${BASES[api]}/`));

/** Without the address of the gateway, whose host may be written in large letters. */
const withoutAddress = (entered: string, address: string): string =>
	entered.slice(0, address.length + 1).toLowerCase() === `${address.toLowerCase()}/`
		? entered.slice(address.length)
		: entered;

/**
 * A path below one half of the service (reference 1.2). Nothing in it leads elsewhere: the token goes with every request. What was copied with the address of this gateway, or with the
 * base of the half, is taken without it.
 *
 * @param entered with or without a slash at its ends
 * @param address of the gateway
 * @returns the path, or what is wrong with it
 */
export function pathBelowApi(
	entered: string,
	api: Api,
	address: string,
): { path: string } | { fault: Advice } {
	const below = withoutAddress(entered, address);
	const slashed = below.startsWith('/') ? below : `/${below}`;
	const named = apiOf(slashed);
	if (named && named !== api) {
		return {
			fault: {
				what: `Path begins with ${BASES[named]}, but API is ${APIS[api]}`,
				next: `Choose ${APIS[named]} under API, or enter the path without it.`,
			},
		};
	}
	const parts = plainParts(named ? slashed.slice(BASES[api].length) : slashed);
	// Of the gateway's other services, none is asked.
	if (parts && (named || below === entered)) return { path: `/${parts.join('/')}` };
	return {
		fault: notBelow(
			`Path must be one below ${BASES[api]}, and nothing else`,
			entered,
			'Enter it as the manual names it behind that, for example /process-instances, without another host and steps upwards.',
		),
	};
}

/** Ids are UUIDs, those of a version of a model with its key before them; the engine behind it counts by itself (reference 3.4). */
const ID = /^(?:[\w.-]+:\d+:)?(?:\d+|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;

/** Every list that is known (reference 4.1, 4.10). */
const LISTS: ReadonlySet<string> = new Set([
	'assignments',
	'attachments',
	'comments',
	'executions',
	'historic-activity-instances',
	'historic-detail',
	'historic-process-instances',
	'historic-task-instances',
	'historic-variable-instances',
	'models',
	'process-instances',
	'subtasks',
	'tasks',
	'variables',
]);

/** A path that ends in one thing. */
export interface NamedEnd {
	kind: 'record' | 'variable';
	name: string;
}

/** What stands at the end of a path: a record by its id, a variable by its name, a list, or something that nobody knows. */
export type PathEnd = NamedEnd | { kind: 'list'; name: string } | { kind: 'other' };

export function endOf(path: string): PathEnd {
	const [name, before, owner] = partsOf(path).reverse();
	if (before === 'variables' && owner !== undefined) return { kind: 'variable', name };
	if (ID.test(name)) return { kind: 'record', name };
	return LISTS.has(name) ? { kind: 'list', name } : { kind: 'other' };
}

const isNamed = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** One who may take a task, as the body of a removal names one (reference 4.6, T8). */
const namesOne = (body: PlainBody | undefined): boolean =>
	isRecord(body) && isNamed(body.type) && isNamed(body.user) !== isNamed(body.group);

/** Whether a DELETE takes no more than what is named. Whatever is not known to name its record counts as a whole collection. */
export function removesNamed(path: string, body?: PlainBody): boolean {
	const end = endOf(path);
	if (end.kind === 'record' || end.kind === 'variable') return true;
	return end.kind === 'list' && end.name === 'assignments' && namesOne(body);
}

/** The lists that can leave out what other applications made (reference 4.2, 4.5, 4.6, 4.9). */
const BY_SUBSCRIPTION: ReadonlySet<string> = new Set([
	`${BASES.runtime}/process-instances`,
	`${BASES.runtime}/process-instances/executions`,
	`${BASES.runtime}/tasks`,
	`${BASES.history}/historic-process-instances`,
	`${BASES.history}/historic-task-instances`,
]);

/** Whether a list can be asked for what the application of the credential made alone. */
export const hasSubscriptionFilter = ({ base, path }: { base: Api; path: string }): boolean =>
	BY_SUBSCRIPTION.has(`${BASES[base]}${path}`);
