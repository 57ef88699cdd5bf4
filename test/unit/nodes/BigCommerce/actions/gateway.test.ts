import { NodeApiError, type IExecuteFunctions } from 'n8n-workflow';
import { awaitGateway, gatewayWaitMs, type Seen } from '../../../../../nodes/BigCommerce/actions/gateway';
import { ItemRun } from '../../../../../nodes/shared/itemRun';
import { passTime } from '../../../support/time';

const node = {
	id: 'n',
	name: 'Refund',
	type: 't',
	typeVersion: 1,
	position: [0, 0] as [number, number],
	parameters: {},
};

const PENDING: Seen<number> = { what: 0, status: 'pending' };

/** Looks that see these, one after the other; the last one again and again. */
const looks = (...seen: Array<Seen<number> | Error>) => {
	let turn = 0;
	return jest.fn(async () => {
		const now = seen[Math.min(turn++, seen.length - 1)];
		if (now instanceof Error) throw now;
		return await Promise.resolve(now);
	});
};

const running = (signal?: AbortSignal) => {
	const functions: Partial<IExecuteFunctions> = {
		getNode: () => node,
		getExecutionCancelSignal: () => signal,
	};
	return new ItemRun(functions as IExecuteFunctions, 0);
};

const waiting = async (first: Seen<number>, look: () => Promise<Seen<number>>, ms: number) =>
	await passTime(async () => await awaitGateway(running(), first, look, ms));

beforeEach(() => jest.useFakeTimers());

afterEach(() => jest.useRealTimers());

describe('waiting for a payment provider', () => {
	it('ends with what is known at once, and looks at nothing', async () => {
		const look = looks(PENDING);
		const { result } = await waiting({ what: 1, status: 'done' }, look, 30_000);
		expect(result).toEqual({ what: 1, status: 'done' });
		expect(look).not.toHaveBeenCalled();
	});

	it.each(['done', 'declined'] as const)('ends as soon as it is %s', async (status) => {
		const look = looks(PENDING, { what: 2, status });
		expect((await waiting(PENDING, look, 30_000)).result).toEqual({ what: 2, status });
		expect(look).toHaveBeenCalledTimes(2);
	});

	it('ends at the limit with what was seen last, after a last look', async () => {
		const began = Date.now();
		const look = looks({ what: 3, status: 'pending' });
		expect((await waiting(PENDING, look, 30_000)).result).toEqual({ what: 3, status: 'pending' });
		expect(Date.now() - began).toBeLessThan(31_000);
		expect(look.mock.calls.length).toBeLessThanOrEqual(6);
	});

	it('does not wait at all when it must not', async () => {
		const look = looks({ what: 3, status: 'done' });
		expect((await waiting(PENDING, look, 0)).result).toBe(PENDING);
		expect(look).not.toHaveBeenCalled();
	});

	it('takes a look that was not answered for none, and every other error for one', async () => {
		const broken = new NodeApiError(node, { message: 'Bad gateway' });
		const done: Seen<number> = { what: 4, status: 'done' };
		expect((await waiting(PENDING, looks(broken, done), 30_000)).result).toEqual(done);
		await expect(waiting(PENDING, looks(new TypeError('wrong'), done), 30_000)).rejects.toThrow('wrong');
	});

	it('stops when the execution is cancelled', async () => {
		const look = looks(PENDING);
		const run = running(AbortSignal.abort());
		await expect(passTime(async () => await awaitGateway(run, PENDING, look, 30_000))).rejects.toThrow(
			'Cancelled while waiting',
		);
		expect(look).not.toHaveBeenCalled();
	});

	it('lasts half a minute unless something else is entered', () => {
		expect([gatewayWaitMs({}), gatewayWaitMs({ gatewaySeconds: 0 })]).toEqual([30_000, 0]);
	});
});
