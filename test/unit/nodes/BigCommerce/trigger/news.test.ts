import {
	isToldBySweep,
	isToldLast,
	rememberTold,
	toldOf,
	wasTold,
} from '../../../../../nodes/BigCommerce/trigger/news';
import { orderFingerprint } from '../../../../../nodes/BigCommerce/records/orderFingerprint';
import {
	event,
	newWorkflow,
	storePollFunctions,
	webhookFunctions,
	type TriggerOptions,
} from '../../../support/triggers';
import { read } from '../../../support/orders';

const ORDER = { id: 7, status_id: 11, date_modified: 'Sun, 22 Nov 2026 10:00:00 +0000' };
const BY_DELIVERY = { by: 'delivery', isNew: false } as const;
const BY_SWEEP = { by: 'sweep', isNew: false } as const;

const webhook = (options: TriggerOptions) => webhookFunctions({ body: event(), ...options }).functions;

let workflowId: string;
beforeEach(() => {
	workflowId = newWorkflow();
});

describe('what was told of an order', () => {
	const told = (options: TriggerOptions = {}) =>
		toldOf(storePollFunctions({ workflowId, ...options }), read(ORDER));

	it('by a delivery is known to the sweep of the same trigger, although n8n gives them different modes', () => {
		expect(told()).toEqual({ states: [] });
		rememberTold(webhook({ workflowId, mode: 'webhook' }), read(ORDER), BY_DELIVERY);
		expect(isToldLast(told({ mode: 'trigger' }), read(ORDER))).toBe(true);
		expect(told({ workflowId: newWorkflow() })).toEqual({ states: [] });
	});

	it('is not this state when anything differs, even in the same second', () => {
		rememberTold(webhook({ workflowId }), read(ORDER), BY_DELIVERY);
		expect(isToldLast(told(), read({ ...ORDER, status_id: 12 }))).toBe(false);
	});

	it('may be only which order it was', () => {
		rememberTold(webhook({ workflowId }), read({ id: '7' }), { by: 'delivery', isNew: true });
		expect(isToldLast(told(), read(ORDER))).toBe(false);
		expect(told().asNewBy).toBe('delivery');
		expect(toldOf(webhook({ workflowId }), read({ id: 8 })).asNewBy).toBeUndefined();
	});

	it('in a test that listens is not told to the published workflow', () => {
		rememberTold(webhook({ workflowId, mode: 'manual' }), read(ORDER), BY_DELIVERY);
		expect(told()).toEqual({ states: [] });
	});

	it('stays known when it changed since, for so many changes', () => {
		for (let status = 0; status < 20; status++) {
			rememberTold(webhook({ workflowId }), read({ ...ORDER, status_id: status }), BY_DELIVERY);
		}
		expect(told().states).toHaveLength(8);
		expect(wasTold(told(), orderFingerprint(read({ ...ORDER, status_id: 15 })))).toBe(true);
		expect(wasTold(told(), orderFingerprint(read({ ...ORDER, status_id: 3 })))).toBe(false);
	});

	it('as new stays so, whatever is told later', () => {
		rememberTold(webhook({ workflowId }), read(ORDER), { by: 'sweep', isNew: true });
		rememberTold(webhook({ workflowId }), read({ ...ORDER, status_id: 12 }), BY_DELIVERY);
		expect(told().asNewBy).toBe('sweep');
	});

	it('by the sweep is so until a delivery tells it', () => {
		rememberTold(webhook({ workflowId }), read(ORDER), BY_SWEEP);
		expect(isToldBySweep(told(), read(ORDER))).toBe(true);
		expect(isToldBySweep(told(), read({ ...ORDER, status_id: 12 }))).toBe(false);
		rememberTold(webhook({ workflowId }), read(ORDER), BY_DELIVERY);
		expect(isToldBySweep(told(), read(ORDER))).toBe(false);
	});
});
