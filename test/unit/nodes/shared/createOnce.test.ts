import fc from 'fast-check';
import { createOnce, type Creation } from '../../../../nodes/shared/createOnce';
import type { Broken, Reply } from '../../../../nodes/shared/send';
import { executeFunctions } from '../../support/contexts';
import { passTime } from '../../support/time';

const LAG_MS = 3_000;

const reply = (status: number, body: unknown = ''): Reply => ({ status, headers: {}, body });
const MADE = reply(201, { id: 'made' });
const BROKEN: Broken = { status: 0, code: 'ECONNRESET', neverSent: false };
const UNREACHED: Broken = { status: 0, code: 'ECONNREFUSED', neverSent: true };

const idOf = ({ body }: Reply): string | undefined => {
	const id: unknown = Object(body).id;
	return typeof id === 'string' ? id : undefined;
};

interface Script {
	/** How each sending ends; the last one stays. */
	sends: Array<Reply | Broken>;
	/** What each look finds; the last one stays. */
	looks?: Array<string | undefined>;
	isFinal?: Creation<string>['isFinal'];
}

async function create({ sends, looks = [undefined], isFinal }: Script) {
	const log: string[] = [];
	const turn = { send: 0, look: 0 };
	const creation: Creation<string> = {
		send: async () => {
			log.push('send');
			return await Promise.resolve(sends[Math.min(turn.send++, sends.length - 1)]);
		},
		made: idOf,
		lookUp: async () => {
			log.push('look');
			return await Promise.resolve(looks[Math.min(turn.look++, looks.length - 1)]);
		},
		lagMs: LAG_MS,
		...(isFinal && { isFinal }),
	};
	const { result, waitedMs } = await passTime(async () => await createOnce(executeFunctions(), creation));
	return { result, waitedMs, log: log.join(' ') };
}

describe('creating once', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('looks for nothing when the answer is good', async () => {
		expect(await create({ sends: [MADE] })).toEqual({ result: { made: 'made' }, waitedMs: 0, log: 'send' });
	});

	it.each([400, 403, 404, 409, 429])('neither looks nor sends again after %i', async (status) => {
		const { result, log } = await create({ sends: [reply(status)] });
		expect({ result, log }).toEqual({ result: { refused: reply(status) }, log: 'send' });
	});

	it('neither looks nor sends again when the service was never reached', async () => {
		const { result, log } = await create({ sends: [UNREACHED] });
		expect({ result, log }).toEqual({ result: { refused: UNREACHED }, log: 'send' });
	});

	it.each([BROKEN, reply(500), reply(503)])('looks before anything is sent again: %j', async (doubt) => {
		const { result, log } = await create({ sends: [doubt], looks: ['found'] });
		expect({ result, log }).toEqual({ result: { made: 'found' }, log: 'send look' });
	});

	it('gives what is new the time to become visible', async () => {
		const { result, log, waitedMs } = await create({
			sends: [BROKEN],
			looks: [undefined, undefined, 'found'],
		});
		expect({ result, log }).toEqual({ result: { made: 'found' }, log: 'send look look look' });
		expect(waitedMs).toBe(LAG_MS);
	});

	it('sends again when nothing is found', async () => {
		const { result, log } = await create({ sends: [BROKEN, MADE] });
		expect({ result, log }).toEqual({ result: { made: 'made' }, log: 'send look look look send' });
	});

	it('gives up after three sendings with the last ending', async () => {
		const { result, log } = await create({ sends: [BROKEN, reply(502), reply(503)] });
		expect(result).toEqual({ refused: reply(503) });
		expect(log.match(/send/g)).toHaveLength(3);
		expect(log).toMatch(/look look look$/);
	});

	it('looks for what was accepted with an answer that cannot be read, and never sends it again', async () => {
		const unread = reply(201, '<html>');
		expect(await create({ sends: [unread], looks: ['found'] })).toMatchObject({ result: { made: 'found' } });
		const lost = await create({ sends: [unread, MADE] });
		expect(lost).toMatchObject({ result: { refused: unread }, log: 'send look look look' });
	});

	it('believes a service that says a refusal is final', async () => {
		const { result, log } = await create({ sends: [reply(500)], isFinal: ({ status }) => status === 500 });
		expect({ result, log }).toEqual({ result: { refused: reply(500) }, log: 'send' });
	});

	it('makes one and never two, wherever the connection is cut, while the lag is as told', async () => {
		const fates = fc.array(fc.constantFrom('cut before', 'cut after', 'good', '503 before'), {
			minLength: 1,
			maxLength: 4,
		});
		await fc.assert(
			fc.asyncProperty(fates, fc.integer({ min: 0, max: LAG_MS }), async (plan, lagMs) => {
				const madeAt: number[] = [];
				let turn = 0;
				const work = async () =>
					await createOnce(executeFunctions(), {
						send: async () => {
							const fate = plan[Math.min(turn++, plan.length - 1)];
							await Promise.resolve();
							if (fate === 'cut before') return BROKEN;
							if (fate === '503 before') return reply(503);
							madeAt.push(Date.now());
							return fate === 'good' ? MADE : BROKEN;
						},
						made: idOf,
						lookUp: async () =>
							await Promise.resolve(madeAt.some((at) => Date.now() - at >= lagMs) ? 'made' : undefined),
						lagMs: LAG_MS,
					});
				const { result } = await passTime(work);
				expect(madeAt.length).toBe('made' in result ? 1 : 0);
			}),
			{ numRuns: 200 },
		);
	});
});
