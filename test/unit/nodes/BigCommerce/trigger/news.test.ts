import { rememberTold, toldState } from '../../../../../nodes/BigCommerce/trigger/news';
import {
	event,
	newWorkflow,
	storePollFunctions,
	webhookFunctions,
	type TriggerOptions,
} from '../../../support/triggers';

const ORDER = { id: 7, status_id: 11, date_modified: 'Sun, 22 Nov 2026 10:00:00 +0000' };

const webhook = (options: TriggerOptions) => webhookFunctions({ body: event(), ...options }).functions;

let workflowId: string;
beforeEach(() => {
	workflowId = newWorkflow();
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
