import { sleep, type IHttpRequestMethods } from 'n8n-workflow';
import { Ledger } from '../../../../nodes/shared/ledger';
import { QuotaPace, type Pace } from '../../../../nodes/shared/pace';
import {
	isDoubtful,
	retryAfterMs,
	sendPatiently,
	type Broken,
	type Reply,
	type Sending,
} from '../../../../nodes/shared/send';
import { RETRY_RULES } from '../../../../nodes/BigCommerce/transport/storeReplies';
import { executeFunctions } from '../../support/contexts';
import { passTime } from '../../support/time';

const PATIENCE_MS = 75_000;
const TRIES = 5;

const status = (code: number, headers: Record<string, string> = {}): Reply => ({
	status: code,
	headers,
	body: '',
});
const broken = (code: string, neverSent = false): Broken => ({ status: 0, code, neverSent });

/** Takes each outcome once; the last one stays. */
const script = (...outcomes: Array<Reply | Broken>) => {
	let tries = 0;
	return {
		attempt: async () => outcomes[Math.min(tries++, outcomes.length - 1)],
		tries: () => tries,
	};
};

const freePace = (): Pace => ({ delay: () => 0, learn: () => {}, ended: () => {} });

/** A request whose answer may be anything. */
const sending = (
	method: IHttpRequestMethods,
	attempt: Sending['attempt'],
	more: Partial<Sending> = {},
): Sending => ({
	method,
	pace: freePace(),
	rules: RETRY_RULES,
	gives: () => undefined,
	done: 'it was done',
	attempt,
	...more,
});

const run = async (
	method: IHttpRequestMethods,
	outcomes: Array<Reply | Broken>,
	more: Partial<Sending> = {},
) => {
	const { attempt, tries } = script(...outcomes);
	const { result, waitedMs } = await passTime(
		async () => await sendPatiently(executeFunctions(), sending(method, attempt, more)),
	);
	return { ...result, tries: tries(), waitedMs };
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('sending patiently', () => {
	it.each<IHttpRequestMethods>(['GET', 'POST', 'PUT', 'DELETE'])(
		'repeats a %s after 429 once the time that the headers name has passed',
		async (method) => {
			const refused = status(429, { 'x-rate-limit-time-reset-ms': '9000', 'x-retry-after': '30' });
			const { last, tries, waitedMs } = await run(method, [refused, status(200)]);
			expect({ status: last.status, tries }).toEqual({ status: 200, tries: 2 });
			expect(waitedMs).toBeGreaterThanOrEqual(9000);
			expect(waitedMs).toBeLessThan(9300);
		},
	);

	it('waits the seconds of X-Retry-After when the window headers are missing', async () => {
		const { waitedMs } = await run('GET', [status(429, { 'x-retry-after': '12' }), status(200)]);
		expect(waitedMs).toBeGreaterThanOrEqual(12_000);
		expect(waitedMs).toBeLessThan(12_300);
	});

	it('backs off longer each time when 429 comes without headers', async () => {
		const waits: number[] = [];
		let before = Date.now();
		const attempt = async () => {
			waits.push(Date.now() - before);
			before = Date.now();
			return status(429);
		};
		await passTime(async () => await sendPatiently(executeFunctions(), sending('POST', attempt)));
		expect(waits.length).toBeGreaterThan(TRIES);
		expect(waits[4]).toBeGreaterThan(waits[1] * 2);
	});

	it('waits out a window that no header tells', async () => {
		const startedAt = Date.now();
		const attempt = async () => status(Date.now() - startedAt < 30_000 ? 429 : 200);
		const { result } = await passTime(
			async () => await sendPatiently(executeFunctions(), sending('POST', attempt)),
		);
		expect(result.last.status).toBe(200);
	});

	it.each([500, 502, 503, 504])('hands back a POST after %i at once, for a look-up', async (code) => {
		const { last, tries, waitedMs } = await run('POST', [status(code), status(200)]);
		expect({ status: last.status, tries, waitedMs }).toEqual({ status: code, tries: 1, waitedMs: 0 });
	});

	it.each(['ECONNRESET', 'ETIMEDOUT', 'ECONNABORTED'])(
		'hands back a POST at once when the connection broke with %s',
		async (code) => {
			const { last, tries } = await run('POST', [broken(code), status(200)]);
			expect({ last, tries }).toEqual({ last: broken(code), tries: 1 });
		},
	);

	it.each(['0', '', '-1', 'soon'])(
		'waits longer each time while a throttling service says %j, until it lets us through (K17)',
		async (reset) => {
			const throttledFor = 4_000;
			const startedAt = Date.now();
			const attempt = async () =>
				Date.now() - startedAt < throttledFor
					? status(429, { 'x-rate-limit-time-reset-ms': reset, 'x-retry-after': '0' })
					: status(200);
			const { result, waitedMs } = await passTime(
				async () => await sendPatiently(executeFunctions(), sending('GET', attempt)),
			);
			expect(result.last.status).toBe(200);
			expect(waitedMs).toBeLessThan(4 * throttledFor);
		},
	);

	it('repeats a POST whose connection was never made', async () => {
		const { last, tries } = await run('POST', [broken('ECONNREFUSED', true), status(200)]);
		expect({ status: last.status, tries }).toEqual({ status: 200, tries: 2 });
	});

	it.each<IHttpRequestMethods>(['GET', 'HEAD', 'PUT', 'DELETE'])(
		'repeats a %s after a passing status and after a broken connection',
		async (method) => {
			const { last, tries } = await run(method, [status(503), broken('ECONNRESET'), status(200)]);
			expect({ status: last.status, tries }).toEqual({ status: 200, tries: 3 });
		},
	);

	it.each([400, 401, 403, 404, 409, 422])('never repeats a refusal with %i', async (code) => {
		expect(await run('GET', [status(code), status(200)])).toMatchObject({ last: { status: code }, tries: 1 });
	});

	it('repeats what is locked only where that is safe', async () => {
		expect((await run('PUT', [status(423), status(200)])).tries).toBe(2);
		expect((await run('POST', [status(423), status(200)])).tries).toBe(1);
	});

	it('gives up after five tries and hands back the last answer', async () => {
		expect(await run('GET', [status(503)])).toMatchObject({ last: { status: 503 }, tries: TRIES });
	});

	it('gives up at once when the service asks for more patience than there is', async () => {
		const { last, tries, waitedMs } = await run('GET', [
			status(429, { 'x-rate-limit-time-reset-ms': String(PATIENCE_MS + 1) }),
		]);
		expect({ status: last.status, tries, waitedMs }).toEqual({ status: 429, tries: 1, waitedMs: 0 });
	});

	it('never waits longer than 75 seconds in all', async () => {
		const { waitedMs, last } = await run('GET', [status(429, { 'x-rate-limit-time-reset-ms': '30000' })]);
		expect(last.status).toBe(429);
		expect(waitedMs).toBeLessThanOrEqual(PATIENCE_MS);
		expect(waitedMs).toBeGreaterThanOrEqual(60_000);
	});

	it('says that an earlier try may have been carried out', async () => {
		expect((await run('DELETE', [broken('ECONNRESET'), status(404)])).repeatedAfterDoubt).toBe(true);
		expect((await run('DELETE', [status(500), status(404)])).repeatedAfterDoubt).toBe(true);
	});

	it.each([408, 499])(
		'counts %i as given up while it may be under way: read again, never written again',
		async (code) => {
			expect((await run('GET', [status(code), status(200)])).tries).toBe(2);
			const posted = await run('POST', [status(code), status(200)]);
			expect(posted.tries).toBe(1);
			expect(isDoubtful(posted.last)).toBe(true);
		},
	);

	it('is sure that nothing happened after 429 and after a connection that was never made', async () => {
		const { repeatedAfterDoubt } = await run('DELETE', [
			status(429),
			broken('ECONNREFUSED', true),
			status(404),
		]);
		expect(repeatedAfterDoubt).toBe(false);
	});

	it('stops waiting when the user cancels the execution, and sends nothing more', async () => {
		const abort = new AbortController();
		const { attempt, tries } = script(status(429, { 'x-rate-limit-time-reset-ms': '20000' }));
		const functions = executeFunctions({ cancelSignal: abort.signal });
		void sleep(3000).then(() => abort.abort());
		const startedAt = Date.now();
		const work = passTime(async () => await sendPatiently(functions, sending('GET', attempt)));
		await expect(work).rejects.toThrow('Cancelled while waiting for the service');
		expect(tries()).toBe(1);
		expect(Date.now() - startedAt).toBeLessThan(4000);
	});

	it('waits its turn before the first try, as the account of the last answers says', async () => {
		const pace = new QuotaPace({ left: 'left', resetMs: 'reset' });
		pace.learn({ left: '0', reset: '5000' }, Date.now());
		const { waitedMs, last } = await run('GET', [status(200)], { pace });
		expect(last.status).toBe(200);
		expect(waitedMs).toBeGreaterThanOrEqual(5000);
		expect(waitedMs).toBeLessThan(5600);
	});

	it('goes out all the same when its turn would come after its patience', async () => {
		const pace = new QuotaPace({ left: 'left', resetMs: 'reset' });
		pace.learn({ left: '0', reset: '90000' }, Date.now());
		expect(await run('GET', [status(200)], { pace })).toMatchObject({ tries: 1, waitedMs: 0 });
	});

	it('teaches the account the quota of every answer', async () => {
		const learn = jest.fn();
		await run('GET', [status(503), status(200, { a: '1' })], {
			pace: { delay: () => 0, learn, ended: () => {} },
		});
		expect(learn).toHaveBeenCalledTimes(2);
		expect(learn).toHaveBeenLastCalledWith({ a: '1' }, Date.now());
	});
});

describe('doubt', () => {
	it.each<[string, Reply | Broken, boolean]>([
		['a refusal', status(422), false],
		['a server error', status(500), true],
		['what is not offered', status(501), false],
		['a full store', status(507), false],
		['a broken connection', broken('ECONNRESET'), true],
		['a connection that was never made', broken('ECONNREFUSED', true), false],
	])('after %s', (_what, last, doubtful) => {
		expect(isDoubtful(last)).toBe(doubtful);
	});
});

describe('the standard header of a 429', () => {
	it.each([
		['12', 12_000],
		[12, 12_000],
		['0', undefined],
		['-1', undefined],
		['Sun, 22 Nov 2026 10:00:00 GMT', undefined],
		['', undefined],
		[undefined, undefined],
	])('%p asks to wait %p ms', (value, ms) => {
		expect(retryAfterMs({ status: 429, headers: { 'retry-after': value }, body: '' })).toBe(ms);
	});
});

describe('an answer with a good status that is not what the call gives', () => {
	const gives = ({ body }: Reply) => (body === 'good' ? undefined : 'a web page');
	const good: Reply = { status: 200, headers: {}, body: 'good' };
	const page: Reply = { status: 200, headers: {}, body: '<html>' };

	it.each<IHttpRequestMethods>(['GET', 'HEAD'])('is read again by a %s', async (method) => {
		const { last, tries } = await run(method, [page, page, good], { gives });
		expect({ last, tries }).toEqual({ last: good, tries: 3 });
	});

	it('ends a read as a broken answer that no caller can take for a good one', async () => {
		const { last, tries } = await run('GET', [page], { gives });
		expect({ last, tries }).toEqual({
			last: { status: 0, code: 'HTTP 200', neverSent: false, instead: 'a web page' },
			tries: TRIES,
		});
		expect(isDoubtful(last)).toBe(true);
	});

	it.each<IHttpRequestMethods>(['POST', 'PUT', 'DELETE', 'PATCH'])(
		'leaves a %s in doubt, and nothing more is written',
		async (method) => {
			const ledger = new Ledger();
			const { last, tries } = await run(method, [page, good], { gives, ledger });
			expect({ status: last.status, tries }).toEqual({ status: 0, tries: 1 });
			expect(ledger.truth()).toBe('It is not known whether it was done.');
		},
	);

	it.each([301, 400, 404, 500])('is not looked for in an answer of status %i', async (code) => {
		const { last } = await run('POST', [{ ...page, status: code }], { gives });
		expect(last).toEqual({ ...page, status: code });
	});
});

describe('what was sent for an item', () => {
	const truthAfter = async (method: IHttpRequestMethods, ...outcomes: Array<Reply | Broken>) => {
		const ledger = new Ledger();
		await run(method, outcomes, { ledger });
		return ledger.truth();
	};

	it.each<[string, Reply | Broken]>([
		['a refusal', status(400)],
		['a missing record', status(404)],
		['throttling to the end', status(429, { 'x-rate-limit-time-reset-ms': '80000' })],
		['a connection that was never made', broken('ECONNREFUSED', true)],
	])('is nothing after %s', async (_what, outcome) => {
		expect(await truthAfter('PUT', outcome)).toBe('Nothing was changed.');
	});

	it.each<[string, Array<Reply | Broken>]>([
		['a server that could not answer', [status(500)]],
		['a connection that broke', [broken('ECONNRESET')]],
		['a refusal after a try in doubt', [broken('ECONNRESET'), status(404)]],
		['a connection that was never made after a try in doubt', [status(502), broken('ECONNREFUSED', true)]],
	])('is not known after %s', async (_what, outcomes) => {
		expect(await truthAfter('DELETE', ...outcomes)).toBe('It is not known whether it was done.');
	});

	it('is done after a good answer, also at the second try', async () => {
		expect(await truthAfter('PUT', status(503), status(200))).toBe('Already done: it was done.');
	});

	it('is nothing changed when something was only read', async () => {
		expect(await truthAfter('GET', status(500))).toBe('Nothing was changed.');
	});

	it('is nothing when the request could not even be made, and unknown when the user stopped it on its way', async () => {
		const truth = async (error: Error) => {
			const ledger = new Ledger();
			const attempt = async () => await Promise.reject(error);
			const work = passTime(
				async () => await sendPatiently(executeFunctions(), sending('POST', attempt, { ledger })),
			);
			await expect(work).rejects.toBe(error);
			return ledger.truth();
		};
		expect(await truth(new Error('no credential'))).toBe('Nothing was sent.');
		expect(await truth(Object.assign(new Error('canceled'), { code: 'ERR_CANCELED' }))).toBe(
			'It is not known whether it was done.',
		);
	});
});

describe('the standard header for waiting', () => {
	it('may be a date, of which one that has passed says nothing', () => {
		const after = (ms: number) =>
			retryAfterMs(status(429, { 'retry-after': new Date(Date.now() + ms).toUTCString() }));
		expect(after(20_000)).toBeGreaterThan(18_000);
		expect(after(-20_000)).toBeUndefined();
	});
});
