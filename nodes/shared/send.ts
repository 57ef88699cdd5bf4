import type { IHttpRequestMethods } from 'n8n-workflow';
import type { Pace } from './pace';
import { pause, type Waiter } from './wait';

/** An answer of a service, whatever its status. */
export interface Reply {
	status: number;
	/** Header names in lower case. */
	headers: Readonly<Record<string, unknown>>;
	body: unknown;
}

/** The connection broke before an answer came; whether the service acted is not known. */
export interface Broken {
	status: 0;
	/** For example ECONNRESET. */
	code: string;
	/** The connection was never made, so that the service cannot have acted. */
	neverSent: boolean;
}

/** How the exchange ended, after every repeat that was allowed. */
export interface Outcome {
	last: Reply | Broken;
	/** An earlier try may have been carried out although no good answer came: a 404 after DELETE can be our own work. */
	repeatedAfterDoubt: boolean;
}

/** What a service says about repeating. */
export interface RetryRules {
	/** How long a 429 asks to wait, in ms, if it says so. */
	throttleMs(reply: Reply): number | undefined;
	/** Further statuses that say "try again" for methods that are safe to repeat. */
	passing: ReadonlySet<number>;
}

/**
 * How long a 429 asks to wait by the standard header, in whole seconds (RFC 9110, section 10.2.3).
 *
 * @returns ms; undefined when it does not say
 */
export function retryAfterMs({ headers }: Reply): number | undefined {
	const seconds = Number(headers['retry-after']);
	return seconds > 0 ? seconds * 1000 : undefined;
}

/** Tries in all, the first one included. */
const TRIES = 5;

/** One exchange waits at most about this long in all, in ms; a 30 s quota window fits twice (guide, section 11). */
const PATIENCE_MS = 75_000;

const FIRST_WAIT_MS = 400;

/** "Never repeat blindly" (design page): these give the same state when repeated. */
const REPEATABLE: ReadonlySet<IHttpRequestMethods> = new Set<IHttpRequestMethods>([
	'GET',
	'HEAD',
	'PUT',
	'DELETE',
]);

/** Whether the service may or may not have acted. */
export const isDoubtful = (last: Reply | Broken): boolean =>
	'neverSent' in last ? !last.neverSent : last.status >= 500;

const growing = (turn: number) => FIRST_WAIT_MS * 2 ** turn * (0.75 + Math.random() / 2);

/**
 * Sends one request and repeats it only where that is safe: any method after 429 or when the
 * connection was never made, since the service did nothing; GET, HEAD, PUT and DELETE
 * after a passing status or a broken connection. A POST in doubt is handed back, for the caller to look up what happened.
 *
 * @param waiter n8n's functions for this execution
 * @param method HTTP method
 * @param pace the limiter of the account
 * @param rules what this service says about repeating
 * @param attempt sends the request once; answers for every HTTP status, and Broken when the connection broke
 * @param patienceMs how long to wait and repeat in all, in ms
 */
export async function sendPatiently(
	waiter: Waiter,
	method: IHttpRequestMethods,
	pace: Pace,
	rules: RetryRules,
	attempt: () => Promise<Reply | Broken>,
	patienceMs = PATIENCE_MS,
): Promise<Outcome> {
	const giveUpAt = Date.now() + patienceMs;
	let repeatedAfterDoubt = false;
	for (let turn = 0; ; turn++) {
		await waitForTurn(waiter, pace, giveUpAt);
		const last = await attempt();
		if ('headers' in last) pace.learn(last.headers, Date.now());
		const wait = repeatWait(last, method, rules, turn);
		if (wait === undefined || turn + 1 >= TRIES || Date.now() + wait > giveUpAt) {
			return { last, repeatedAfterDoubt };
		}
		repeatedAfterDoubt ||= isDoubtful(last);
		await pause(waiter, wait);
	}
}

async function waitForTurn(waiter: Waiter, pace: Pace, giveUpAt: number): Promise<void> {
	for (let wait = pace.delay(Date.now()); wait > 0; wait = pace.delay(Date.now())) {
		// Past our patience the request goes out all the same: the service's own 429 then says what is true.
		if (Date.now() + wait > giveUpAt) return;
		await pause(waiter, wait);
	}
}

/** How long to wait before the next try, in ms; undefined when this outcome is final. */
function repeatWait(
	last: Reply | Broken,
	method: IHttpRequestMethods,
	rules: RetryRules,
	turn: number,
): number | undefined {
	if ('neverSent' in last) return last.neverSent || REPEATABLE.has(method) ? growing(turn) : undefined;
	if (last.status === 429) return (rules.throttleMs(last) ?? growing(turn + 1)) + Math.random() * 250;
	return REPEATABLE.has(method) && rules.passing.has(last.status) ? growing(turn) : undefined;
}
