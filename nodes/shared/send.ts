import type { IHttpRequestMethods } from 'n8n-workflow';
import { unreadable, type Gives } from './answer';
import { isCancelled } from './exchange';
import type { Ledger, Write } from './ledger';
import type { Pace } from './pace';
import { pause, type Waiter } from './wait';

/** An answer of a service, whatever its status. */
export interface Reply {
	status: number;
	/** Header names in lower case. */
	headers: Readonly<Record<string, unknown>>;
	body: unknown;
}

/** No answer came that can be used; whether the service acted is not known. */
export interface Broken {
	status: 0;
	/** For example ECONNRESET. */
	code: string;
	/** The connection was never made, so that the service cannot have acted. */
	neverSent: boolean;
	/** An answer came with a good status, but its body is not what the call gives: `a web page`. */
	instead?: string;
}

/** The answer, when it has a good status; one with a body that the call does not give counts as none. */
export const goodReply = (last: Reply | Broken): Reply | undefined =>
	'headers' in last && last.status >= 200 && last.status < 300 ? last : undefined;

/** What is known of a change by how its exchange ended: carried out, not carried out, or neither. */
export const endingOf = (last: Reply | Broken): 'good' | 'refused' | 'doubtful' => {
	if (goodReply(last)) return 'good';
	return isDoubtful(last) ? 'doubtful' : 'refused';
};

/** How the exchange ended, after every repeat that was allowed. */
export interface Outcome {
	last: Reply | Broken;
	/** The change that it asked for; undefined when it only read. */
	write?: Write;
	/** An earlier try may have been carried out although no good answer came: a 404 after DELETE can be our own work. */
	repeatedAfterDoubt: boolean;
}

/** What a service says about repeating. */
export interface RetryRules {
	/** How long a 429 asks to wait, in ms, if it says so. */
	throttleMs(reply: Reply): number | undefined;
	/** Further statuses that say "try again" for methods that are safe to repeat. */
	passing: ReadonlySet<number>;
	/** Refusals with a status of 500 or above by which the service says that it undid everything. */
	isUndone?(reply: Reply): boolean;
}

/**
 * How long a 429 asks to wait by the standard header: whole seconds, or a date (RFC 9110, section 10.2.3).
 *
 * @returns ms; undefined when it does not say
 */
export function retryAfterMs({ headers }: Reply): number | undefined {
	const value = headers['retry-after'];
	const seconds = Number(value);
	if (seconds > 0) return seconds * 1000;
	const wait = typeof value === 'string' ? Date.parse(value) - Date.now() : NaN;
	return Number.isNaN(seconds) && wait > 0 ? wait : undefined;
}

/** Tries in all, the first one included. A 429 does not count: the service did nothing, so only patience ends the waiting. */
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

/** A gateway or the service gave up on a request that may be under way: 408 Request Timeout, 499 client closed. */
const GIVEN_UP: ReadonlySet<number> = new Set([408, 499]);

/** Refusals among the statuses of the service's side: it does not offer this (501), or has no room for it (507), so that it did nothing (RFC 9110, section 15.6.2; RFC 4918, section 11.5). */
const REFUSALS: ReadonlySet<number> = new Set([501, 507]);

const mayHaveActed = (status: number): boolean =>
	(status >= 500 && !REFUSALS.has(status)) || GIVEN_UP.has(status);

/** Whether the service may or may not have acted. */
export const isDoubtful = (last: Reply | Broken): boolean =>
	'neverSent' in last ? !last.neverSent : mayHaveActed(last.status);

const growing = (turn: number) => FIRST_WAIT_MS * 2 ** turn * (0.75 + Math.random() / 2);

const READS: ReadonlySet<IHttpRequestMethods> = new Set<IHttpRequestMethods>(['GET', 'HEAD']);

/** Whether a method changes nothing. */
export const isRead = (method: IHttpRequestMethods): boolean => READS.has(method);

/** One request to a service, with everything that decides how it may be sent. */
export interface Sending {
	method: IHttpRequestMethods;
	/** The limiter of the account. */
	pace: Pace;
	/** What this service says about repeating. */
	rules: RetryRules;
	/** What a good answer looks like. */
	gives: Gives;
	/** Sends the request once; answers for every HTTP status, and Broken when the connection broke. */
	attempt(): Promise<Reply | Broken>;
	/** How long to wait and repeat in all, in ms. */
	patienceMs?: number;
	/** Keeps what was sent for the item. */
	ledger?: Ledger;
	/** What will be true when a change was carried out: `order 7 was changed`. */
	done: string;
	/** It changes nothing although its method could, so that it may be repeated as a GET. */
	reads?: boolean;
	/** It makes something new, so that it may be repeated as little as a POST. */
	makes?: boolean;
}

/**
 * Sends one request and repeats it only where that is safe: any method after 429 or when the
 * connection was never made, since the service did nothing; GET, HEAD, PUT and DELETE
 * after a passing status or a broken connection; only GET and HEAD after an answer that cannot be read. A write in doubt is handed back, for the caller to look up
 * what happened.
 *
 * @param waiter n8n's functions for this execution
 * @param sending the request
 */
export async function sendPatiently(waiter: Waiter, sending: Sending): Promise<Outcome> {
	const { pace, rules, patienceMs = PATIENCE_MS, ledger, done } = sending;
	const method = sending.reads ? 'GET' : sending.makes ? 'POST' : sending.method;
	const giveUpAt = Date.now() + patienceMs;
	const write = isRead(method) ? undefined : ledger?.open(done);
	let repeatedAfterDoubt = false;
	for (let turn = 0; ; turn++) {
		await waitForTurn(waiter, pace, giveUpAt);
		const last = await once(sending, write, repeatedAfterDoubt);
		const wait = repeatWait(last, method, rules, turn);
		const isLastTry = turn + 1 >= TRIES && last.status !== 429;
		if (wait === undefined || isLastTry || Date.now() + wait > giveUpAt) {
			return { last, repeatedAfterDoubt, ...(write && { write }) };
		}
		repeatedAfterDoubt ||= isDoubtful(last) && !('headers' in last && rules.isUndone?.(last));
		await pause(waiter, wait);
	}
}

/** One try, noted as it goes. @throws what went wrong before anything was sent, or because the user stopped the execution */
async function once(
	{ attempt, pace, rules, gives, ledger }: Sending,
	write: Write | undefined,
	doubtedBefore: boolean,
): Promise<Reply | Broken> {
	write?.begin();
	try {
		const answer = await attempt();
		ledger?.sent();
		if ('headers' in answer) pace.learn(answer.headers, Date.now());
		else pace.ended();
		const last = judged(answer, gives);
		write?.ended(last, doubtedBefore, 'headers' in last && rules.isUndone?.(last) === true);
		return last;
	} catch (error) {
		pace.ended();
		if (!doubtedBefore && !isCancelled(error)) write?.settle(false);
		return await Promise.reject(error);
	}
}

/** A good status is not a good answer (design page). */
function judged(answer: Reply | Broken, gives: Gives): Reply | Broken {
	if (!('headers' in answer) || answer.status < 200 || answer.status >= 300) return answer;
	const instead = gives(answer);
	return instead === undefined ? answer : unreadable(instead, answer);
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
	if ('neverSent' in last) {
		const repeatable = last.instead === undefined ? REPEATABLE.has(method) : isRead(method);
		return last.neverSent || repeatable ? growing(turn) : undefined;
	}
	// A floor that grows: some services say 0 as long as they throttle.
	if (last.status === 429) {
		return Math.max(rules.throttleMs(last) ?? 0, growing(turn + 1)) + Math.random() * 250;
	}
	const passes = rules.passing.has(last.status) || GIVEN_UP.has(last.status);
	return REPEATABLE.has(method) && passes ? growing(turn) : undefined;
}
