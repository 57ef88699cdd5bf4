import { rememberTold, takeOn, toldState } from '../../../../../nodes/BigCommerce/trigger/news';
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

let workflowId: string;
beforeEach(() => {
	workflowId = newWorkflow();
});

describe('a repeated delivery', () => {
	it('is recognised by its signed message id, whatever else it holds', () => {
		expect(takeOn(webhook({ workflowId }), DELIVERY, 'msg_1')).toBeDefined();
		expect(takeOn(webhook({ workflowId }), DELIVERY, 'msg_1')).toBeUndefined();
		expect(takeOn(webhook({ workflowId }), DELIVERY, 'msg_2')).toBeDefined();
	});

	it('is recognised by its content when its id cannot be relied on', () => {
		expect(takeOn(webhook({ workflowId }), DELIVERY, undefined)).toBeDefined();
		expect(takeOn(webhook({ workflowId }), { ...DELIVERY }, undefined)).toBeUndefined();
	});

	it.each([
		{ hash: 'other' },
		{ created_at: 2 },
		{ scope: 'store/order/updated' },
		{ data: { type: 'order', id: 8 } },
		{ hash: undefined },
	])('is none when anything differs: %j', (changes) => {
		expect(takeOn(webhook({ workflowId }), DELIVERY, undefined)).toBeDefined();
		expect(takeOn(webhook({ workflowId }), { ...DELIVERY, ...changes }, undefined)).toBeDefined();
	});

	it('is none after the first one was given back', () => {
		takeOn(webhook({ workflowId }), DELIVERY, 'msg_1')?.giveBack();
		expect(takeOn(webhook({ workflowId }), DELIVERY, 'msg_1')).toBeDefined();
	});

	it('is none for another workflow, nor for a test that listens beside the published one', () => {
		expect(takeOn(webhook({ workflowId }), DELIVERY, 'msg_1')).toBeDefined();
		expect(takeOn(webhook({ workflowId: newWorkflow() }), DELIVERY, 'msg_1')).toBeDefined();
		expect(takeOn(webhook({ workflowId, mode: 'manual' }), DELIVERY, 'msg_1')).toBeDefined();
	});
});

describe('memory', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('keeps a delivery for the 48 hours in which BigCommerce repeats it (reference 12.6)', () => {
		takeOn(webhook({ workflowId }), DELIVERY, 'msg_1');
		jest.advanceTimersByTime(48 * HOUR - 1);
		expect(takeOn(webhook({ workflowId }), DELIVERY, 'msg_1')).toBeUndefined();
		jest.advanceTimersByTime(1);
		expect(takeOn(webhook({ workflowId }), DELIVERY, 'msg_1')).toBeDefined();
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
