import { rememberTold, takeOn, toldState } from '../../../../../nodes/BigCommerce/trigger/news';
import type { Taken } from '../../../../../nodes/shared/deliveries';
import {
	event,
	newWorkflow,
	storePollFunctions,
	webhookFunctions,
	type TriggerOptions,
} from '../../../support/triggers';

const HOUR = 3_600_000;
const DELIVERY = { scope: 'store/order/created', data: { type: 'order', id: 7 }, hash: 'h', created_at: 1 };
const ORDER = { id: 7, status_id: 11, date_modified: 'Sun, 22 Nov 2026 10:00:00 +0000' };

const webhook = (options: TriggerOptions) => webhookFunctions({ body: event(), ...options }).functions;

const isNew = (taken: Taken) => 'settle' in taken;

const settle = (taken: Taken, handled: boolean) => {
	if ('settle' in taken) taken.settle(handled);
};

let workflowId: string;
beforeEach(() => {
	workflowId = newWorkflow();
});

describe('a repeated delivery', () => {
	it('is recognised by its signed message id, whatever else it holds', () => {
		expect(isNew(takeOn(webhook({ workflowId }), DELIVERY, 'msg_1'))).toBe(true);
		expect(isNew(takeOn(webhook({ workflowId }), DELIVERY, 'msg_1'))).toBe(false);
		expect(isNew(takeOn(webhook({ workflowId }), DELIVERY, 'msg_2'))).toBe(true);
	});

	it('is recognised by its content when its id cannot be relied on', () => {
		expect(isNew(takeOn(webhook({ workflowId }), DELIVERY, undefined))).toBe(true);
		expect(isNew(takeOn(webhook({ workflowId }), { ...DELIVERY }, undefined))).toBe(false);
	});

	it.each([
		{ hash: 'other' },
		{ created_at: 2 },
		{ scope: 'store/order/updated' },
		{ data: { type: 'order', id: 8 } },
		{ hash: undefined },
	])('is none when anything differs: %j', (changes) => {
		expect(isNew(takeOn(webhook({ workflowId }), DELIVERY, undefined))).toBe(true);
		expect(isNew(takeOn(webhook({ workflowId }), { ...DELIVERY, ...changes }, undefined))).toBe(true);
	});

	it('is none after the first one could not be handled', () => {
		settle(takeOn(webhook({ workflowId }), DELIVERY, 'msg_1'), false);
		expect(isNew(takeOn(webhook({ workflowId }), DELIVERY, 'msg_1'))).toBe(true);
	});

	it.each([true, false])('waits for how the first one ends: handled = %s', async (handled) => {
		const first = takeOn(webhook({ workflowId }), DELIVERY, 'msg_1');
		const repeat = takeOn(webhook({ workflowId }), DELIVERY, 'msg_1');
		settle(first, handled);
		expect('repeatOf' in repeat && (await repeat.repeatOf)).toBe(handled);
	});

	it('is none for another workflow, nor for a test that listens beside the published one', () => {
		expect(isNew(takeOn(webhook({ workflowId }), DELIVERY, 'msg_1'))).toBe(true);
		expect(isNew(takeOn(webhook({ workflowId: newWorkflow() }), DELIVERY, 'msg_1'))).toBe(true);
		expect(isNew(takeOn(webhook({ workflowId, mode: 'manual' }), DELIVERY, 'msg_1'))).toBe(true);
	});
});

describe('memory', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('keeps a delivery for the 48 hours in which BigCommerce repeats it (reference 12.6)', () => {
		takeOn(webhook({ workflowId }), DELIVERY, 'msg_1');
		jest.advanceTimersByTime(48 * HOUR - 1);
		expect(isNew(takeOn(webhook({ workflowId }), DELIVERY, 'msg_1'))).toBe(false);
		jest.advanceTimersByTime(1);
		expect(isNew(takeOn(webhook({ workflowId }), DELIVERY, 'msg_1'))).toBe(true);
	});
});

describe('what a delivery told of an order', () => {
	const state = (order: Record<string, string | number>, options: TriggerOptions = {}) =>
		toldState(storePollFunctions({ workflowId, ...options }), order);

	it('is known to the sweep of the same trigger, although n8n gives them different modes', () => {
		expect(state(ORDER)).toBe('none');
		rememberTold(webhook({ workflowId, mode: 'webhook' }), ORDER);
		expect(state(ORDER, { mode: 'trigger' })).toBe('this');
		expect(state(ORDER, { workflowId: newWorkflow() })).toBe('none');
	});

	it('is not this state when anything differs, even in the same second', () => {
		rememberTold(webhook({ workflowId }), ORDER);
		expect(state({ ...ORDER, status_id: 12 })).toBe('another');
	});

	it('may be only which order it was', () => {
		rememberTold(webhook({ workflowId }), { id: '7' });
		expect(state(ORDER)).toBe('another');
		expect(state({ ...ORDER, id: 8 })).toBe('none');
	});

	it('in a test that listens is not told to the published workflow', () => {
		rememberTold(webhook({ workflowId, mode: 'manual' }), ORDER);
		expect(state(ORDER)).toBe('none');
	});
});
