import { Deliveries, handleOnce, triggerKey } from '../../../../nodes/shared/deliveries';
import { storePollFunctions, webhookFunctions } from '../../support/triggers';

describe('deliveries', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	const isNew = (deliveries: Deliveries, key = 'a') => 'settle' in deliveries.takeOn(key);

	it('are taken on once', () => {
		const deliveries = new Deliveries(1000);
		expect([isNew(deliveries), isNew(deliveries), isNew(deliveries, 'b')]).toEqual([true, false, true]);
	});

	it.each([true, false])('that repeat wait for how the first ends: handled = %s', async (handled) => {
		const deliveries = new Deliveries(1000);
		const first = deliveries.takeOn('a');
		const repeat = deliveries.takeOn('a');
		if ('settle' in first) first.settle(handled);
		expect('repeatOf' in repeat && (await repeat.repeatOf)).toBe(handled);
		expect(isNew(deliveries)).toBe(!handled);
	});

	it('are forgotten after their life', () => {
		const deliveries = new Deliveries(1000);
		isNew(deliveries);
		jest.advanceTimersByTime(999);
		expect(isNew(deliveries)).toBe(false);
		jest.advanceTimersByTime(1);
		expect(isNew(deliveries)).toBe(true);
	});
});

describe('handling once', () => {
	const handleIn = async (deliveries: Deliveries, handle: () => Promise<string>) =>
		await handleOnce(deliveries.takeOn('a'), handle, async () => await Promise.resolve('once more'));

	it('drops a repeat of what was handled', async () => {
		const deliveries = new Deliveries(1000);
		const handle = jest.fn().mockResolvedValue('done');
		const both = await Promise.all([handleIn(deliveries, handle), handleIn(deliveries, handle)]);
		expect(both).toEqual(['done', undefined]);
		expect(handle).toHaveBeenCalledTimes(1);
	});

	it('tells a repeat when the first could not be handled, and takes on the next try', async () => {
		const deliveries = new Deliveries(1000);
		const failing = async () => await Promise.reject(new Error('not now'));
		const [first, repeat] = await Promise.allSettled([
			handleIn(deliveries, failing),
			handleIn(deliveries, failing),
		]);
		expect(first).toMatchObject({ status: 'rejected', reason: { message: 'not now' } });
		expect(repeat).toEqual({ status: 'fulfilled', value: 'once more' });
		expect(await handleIn(deliveries, async () => await Promise.resolve('done'))).toBe('done');
	});

	it('counts by delivery how often it could not be handled', () => {
		const deliveries = new Deliveries(1000);
		expect([deliveries.noteFailure('a'), deliveries.noteFailure('a'), deliveries.failures('b')]).toEqual([
			1, 2, 0,
		]);
	});
});

describe('the name of a trigger', () => {
	const webhook = (mode: 'manual' | 'webhook', workflowId = 'w') =>
		triggerKey(webhookFunctions({ mode, workflowId }).functions);

	it('is one for webhook and poll of the published workflow', () => {
		expect(webhook('webhook')).toBe(triggerKey(storePollFunctions({ mode: 'trigger', workflowId: 'w' })));
	});

	it('is another one for a test that listens, and for another workflow', () => {
		expect(webhook('manual')).not.toBe(webhook('webhook'));
		expect(webhook('webhook', 'other')).not.toBe(webhook('webhook'));
	});
});
