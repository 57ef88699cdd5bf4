import { sleep, type IHttpRequestMethods } from 'n8n-workflow';
import { QuotaPace, type Pace } from '../../../../nodes/shared/pace';
import {
	isDoubtful,
	retryAfterMs,
	sendPatiently,
	type Broken,
	type Reply,
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

const freePace = (): Pace => ({ delay: () => 0, learn: () => {} });

const run = async (
	method: IHttpRequestMethods,
	outcomes: Array<Reply | Broken>,
	{ pace = freePace(), cancelSignal }: { pace?: Pace; cancelSignal?: AbortSignal } = {},
) => {
	const { attempt, tries } = script(...outcomes);
	const functions = executeFunctions({ cancelSignal });
	const { result, waitedMs } = await passTime(
		async () => await sendPatiently(functions, method, pace, RETRY_RULES, attempt),
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
		await passTime(
			async () => await sendPatiently(executeFunctions(), 'POST', freePace(), RETRY_RULES, attempt),
		);
		expect(waits).toHaveLength(TRIES);
		expect(waits[4]).toBeGreaterThan(waits[1] * 2);
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
		const work = passTime(
			async () => await sendPatiently(functions, 'GET', freePace(), RETRY_RULES, attempt),
		);
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
		await run('GET', [status(503), status(200, { a: '1' })], { pace: { delay: () => 0, learn } });
		expect(learn).toHaveBeenCalledTimes(2);
		expect(learn).toHaveBeenLastCalledWith({ a: '1' }, Date.now());
	});
});

describe('doubt', () => {
	it.each<[string, Reply | Broken, boolean]>([
		['a refusal', status(422), false],
		['a server error', status(500), true],
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
