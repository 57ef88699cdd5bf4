import { Deliveries, triggerKey } from '../../../../nodes/shared/deliveries';
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
