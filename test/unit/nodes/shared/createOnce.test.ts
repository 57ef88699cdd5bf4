import fc from 'fast-check';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { createOnce, lookFor, type Creation } from '../../../../nodes/shared/createOnce';
import { Ledger } from '../../../../nodes/shared/ledger';
import type { Broken, Reply } from '../../../../nodes/shared/send';
import { executeFunctions } from '../../support/contexts';
import { NODE } from '../../support/node';
import { passTime } from '../../support/time';
import { runs } from '../../support/runs';

/** A slow gateway gives up after a minute at most (K2). */
const MINUTE_MS = 60_000;

const reply = (status: number, body: unknown = ''): Reply => ({ status, headers: {}, body });
const MADE = reply(201, { id: 'made' });
const BROKEN: Broken = { status: 0, code: 'ECONNRESET', neverSent: false };
const UNREACHED: Broken = { status: 0, code: 'ECONNREFUSED', neverSent: true };
const PAGE: Broken = { status: 0, code: 'HTTP 201', neverSent: false, instead: 'a web page' };

interface Script {
	/** How the sending ends. */
	send: Reply | Broken;
	/** What each look finds; the last one stays. An error is thrown. */
	looks?: Array<string | Error | undefined>;
	more?: Partial<Creation<string>>;
}

async function create({ send, looks = [undefined], more = {} }: Script) {
	const log: string[] = [];
	const ledger = new Ledger();
	const write = ledger.open('it was made');
	write.begin();
	write.ended(send, false);
	ledger.sent();
	let look = 0;
	const creation: Creation<string> = {
		send: async () => {
			log.push('send');
			return await Promise.resolve({ last: send, write, repeatedAfterDoubt: false });
		},
		made: () => 'made',
		lookUp: async () => {
			log.push('look');
			const found = looks[Math.min(look++, looks.length - 1)];
			return await (found instanceof Error ? Promise.reject(found) : Promise.resolve(found));
		},
		...more,
	};
	const { result, waitedMs } = await passTime(async () => await createOnce(executeFunctions(), creation));
	return { result, waitedMs, log: log.join(' '), truth: ledger.truth() };
}

describe('creating once', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('looks for nothing when the answer is good', async () => {
		expect(await create({ send: MADE })).toMatchObject({
			result: { made: 'made' },
			waitedMs: 0,
			log: 'send',
		});
	});

	it.each([400, 403, 404, 409, 429])('neither looks nor sends again after %i', async (status) => {
		const { result, log, truth } = await create({ send: reply(status) });
		expect({ result, log, truth }).toEqual({
			result: { refused: reply(status) },
			log: 'send',
			truth: 'Nothing was changed.',
		});
	});

	it('neither looks nor sends again when the service was never reached', async () => {
		const { result, log } = await create({ send: UNREACHED });
		expect({ result, log }).toEqual({ result: { refused: UNREACHED }, log: 'send' });
	});

	it.each([BROKEN, PAGE, reply(500), reply(502), reply(503), reply(504)])(
		'looks for it after a doubtful ending: %j',
		async (doubt) => {
			const { result, log, truth } = await create({ send: doubt, looks: ['found'] });
			expect({ result, log, truth }).toEqual({
				result: { made: 'found' },
				log: 'send look',
				truth: 'Already done: it was made.',
			});
		},
	);

	it('finds what a slow gateway lets appear only later, and sends nothing meanwhile (K2)', async () => {
		const appearsAfter = 6_000;
		const startedAt = Date.now();
		const lookUp = async () =>
			await Promise.resolve(Date.now() - startedAt >= appearsAfter ? 'made' : undefined);
		const { result, log } = await create({ send: reply(504), more: { lookUp } });
		expect({ result, log }).toEqual({ result: { made: 'made' }, log: 'send' });
	});

	it('looks longer each time, for about a minute, then says that it is not known (K2)', async () => {
		const { result, waitedMs, log, truth } = await create({ send: reply(504) });
		expect(result).toEqual({ refused: reply(504) });
		expect(waitedMs).toBeGreaterThan(0.9 * MINUTE_MS);
		expect(waitedMs).toBeLessThan(1.5 * MINUTE_MS);
		expect(log).toMatch(/^send( look){6,}$/);
		expect(truth).toBe('It is not known whether it was made.');
	});

	it('goes on looking when one look is not answered', async () => {
		const unanswered = new NodeApiError(NODE, { status: 502, message: 'bad gateway' });
		const { result } = await create({ send: BROKEN, looks: [unanswered, unanswered, 'found'] });
		expect(result).toEqual({ made: 'found' });
	});

	it('stops looking when the user stops the execution', async () => {
		const stopped = new NodeOperationError(NODE, 'Cancelled while waiting for the service');
		await expect(create({ send: BROKEN, looks: [stopped] })).rejects.toBe(stopped);
	});

	it('looks no longer than it is told', async () => {
		const { waitedMs } = await create({ send: BROKEN, more: { patienceMs: 8_000 } });
		expect(waitedMs).toBeLessThanOrEqual(8_000);
	});

	it('believes a service that says a refusal is final', async () => {
		const { result, log } = await create({
			send: reply(500),
			more: { isFinal: ({ status }) => status === 500 },
		});
		expect({ result, log }).toEqual({ result: { refused: reply(500) }, log: 'send' });
	});

	it('sends once and never twice, wherever the connection is cut and however late it appears (K2)', async () => {
		const fate = fc.constantFrom('cut before', 'cut after', 'good', '503 before', 'page after');
		await fc.assert(
			fc.asyncProperty(fate, fc.integer({ min: 0, max: 10 * MINUTE_MS }), async (becomes, lagMs) => {
				const madeAt: number[] = [];
				let sent = 0;
				const work = async () =>
					await createOnce(executeFunctions(), {
						send: async () => {
							sent += 1;
							await Promise.resolve();
							const lost: Record<string, Reply | Broken> = { 'cut before': BROKEN, '503 before': reply(503) };
							const last = lost[becomes];
							if (last) return { last, repeatedAfterDoubt: false };
							madeAt.push(Date.now());
							const answers: Record<string, Reply | Broken> = { good: MADE, 'page after': PAGE };
							return { last: answers[becomes] ?? BROKEN, repeatedAfterDoubt: false };
						},
						made: () => 'made',
						lookUp: async () =>
							await Promise.resolve(madeAt.some((at) => Date.now() - at >= lagMs) ? 'made' : undefined),
					});
				const { result } = await passTime(work);
				expect(sent).toBe(1);
				if ('made' in result) expect(madeAt).toHaveLength(1);
				if (madeAt.length > 0 && lagMs <= 0.9 * MINUTE_MS) expect(result).toEqual({ made: 'made' });
			}),
			runs(200),
		);
	});
});

describe('a look that comes at once', () => {
	afterEach(() => jest.restoreAllMocks());

	it('comes although a moment passes before it, and nobody waits for another', async () => {
		let now = 1_000;
		jest.spyOn(Date, 'now').mockImplementation(() => now++);
		const look = jest.fn(async () => await Promise.resolve('found'));
		const found = await lookFor(executeFunctions(), look, { atOnce: true, patienceMs: 0 });
		expect([found, look.mock.calls.length]).toEqual(['found', 1]);
	});
});
