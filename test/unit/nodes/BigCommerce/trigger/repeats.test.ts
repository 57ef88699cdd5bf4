import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import type { Delivery } from '../../../../../nodes/BigCommerce/trigger/delivery';
import { countFailure, takeOn } from '../../../../../nodes/BigCommerce/trigger/repeats';
import type { Taken } from '../../../../../nodes/shared/deliveries';
import { newWorkflow, webhookFunctions, type TriggerOptions } from '../../../support/triggers';

const HOUR = 3_600_000;
/** A delivery, written out. */
interface Sent extends Delivery {
	data: IDataObject;
}

const DELIVERY: Sent = {
	scope: 'store/order/created',
	data: { type: 'order', id: 7 },
	hash: 'h',
	occurredAt: 1_561_479_335_000,
};
const ONE_HOOK = ['store/order/created'];
const TWO_HOOKS = [
	'store/order/*',
	'store/order/created',
	'store/order/statusUpdated',
	'store/order/updated',
];

let workflowId: string;
beforeEach(() => {
	workflowId = newWorkflow();
});

const webhook = (options: TriggerOptions = {}) => webhookFunctions({ workflowId, ...options }).functions;

const signedId = (value: string) => ({ value, signed: true });
const UNSIGNED = { value: undefined, signed: false };

/** A signed message. */
const take = (id: string, delivery = DELIVERY, scopes = ONE_HOOK, options?: TriggerOptions) =>
	takeOn(webhook(options), delivery, scopes, signedId(id));

/** One whose id cannot be relied on. */
const takeUnsigned = (delivery: Sent, value?: string) =>
	takeOn(webhook(), delivery, ONE_HOOK, { value, signed: false });

const isNew = (taken: Taken) => 'settle' in taken;

const settle = (taken: Taken, handled: boolean) => {
	if ('settle' in taken) taken.settle(handled);
};

describe('a repeated delivery', () => {
	it('is recognised by its signed message id, whatever else it holds', () => {
		expect(isNew(take('msg_1'))).toBe(true);
		expect(isNew(take('msg_1', { ...DELIVERY, hash: 'other' }))).toBe(false);
		expect(isNew(take('msg_2'))).toBe(true);
	});

	it('is recognised by its content when its id cannot be relied on', () => {
		expect(isNew(takeUnsigned(DELIVERY, 'msg_1'))).toBe(true);
		expect(isNew(takeUnsigned({ ...DELIVERY }, 'msg_2'))).toBe(false);
	});

	it.each([
		{ hash: 'other' },
		{ occurredAt: 2 },
		{ scope: 'store/order/updated' },
		{ data: { type: 'order', id: 8 } },
		{ hash: undefined },
		{ occurredAt: undefined },
	])('is none when anything differs: %j', (changes) => {
		expect(isNew(takeUnsigned(DELIVERY))).toBe(true);
		expect(isNew(takeUnsigned({ ...DELIVERY, ...changes }))).toBe(true);
	});

	it('without hash and time is recognised by its id, though that is not signed', () => {
		const bare = { ...DELIVERY, hash: undefined, occurredAt: undefined };
		expect(isNew(takeUnsigned(bare, 'msg_1'))).toBe(true);
		expect(isNew(takeUnsigned(bare, 'msg_1'))).toBe(false);
		expect(isNew(takeUnsigned(bare, 'msg_2'))).toBe(true);
	});

	it('without id, hash and time cannot be told from a second event, and is never dropped', () => {
		const bare = { ...DELIVERY, hash: undefined, occurredAt: undefined };
		expect(isNew(takeUnsigned(bare))).toBe(true);
		expect(isNew(takeUnsigned(bare))).toBe(true);
	});

	it('is none after the first one could not be handled', () => {
		settle(take('msg_1'), false);
		expect(isNew(take('msg_1'))).toBe(true);
	});

	it.each([true, false])('waits for how the first one ends: handled = %s', async (handled) => {
		const first = take('msg_1');
		const repeat = take('msg_1');
		settle(first, handled);
		expect('repeatOf' in repeat && (await repeat.repeatOf)).toBe(handled);
	});

	it('is none for another workflow', () => {
		expect(isNew(take('msg_1'))).toBe(true);
		expect(isNew(take('msg_1', DELIVERY, ONE_HOOK, { workflowId: newWorkflow() }))).toBe(true);
	});
});

describe('one event that two hooks of the trigger tell', () => {
	it('is told once, though each message has an id of its own', () => {
		expect(isNew(take('msg_1', DELIVERY, TWO_HOOKS))).toBe(true);
		expect(isNew(take('msg_2', DELIVERY, TWO_HOOKS))).toBe(false);
	});

	it('is told by the whole store and by its channel, the second time with nothing but its order id', () => {
		const scopes = ['store/order/statusUpdated', 'store/channel/2/order/*'];
		const whole = {
			...DELIVERY,
			scope: 'store/order/statusUpdated',
			data: { type: 'order', id: 7, status: { new_status_id: 5 } },
		};
		const channel = {
			...DELIVERY,
			scope: 'store/channel/2/order/statusUpdated',
			data: { order_id: 7 },
			hash: 'c',
		};
		expect(isNew(take('msg_1', channel, scopes))).toBe(true);
		expect(isNew(take('msg_2', whole, scopes))).toBe(false);
		expect(isNew(take('msg_3', { ...channel, data: { order_id: '8' } }, scopes))).toBe(true);
	});

	it.each<[string, Partial<Sent>]>([
		['another order', { data: { type: 'order', id: 8 } }],
		['another second', { occurredAt: 1_561_479_336_000 }],
		['another event', { scope: 'store/order/updated' }],
	])('is another one for %s', (_what, changes) => {
		expect(isNew(take('msg_1', DELIVERY, TWO_HOOKS))).toBe(true);
		expect(isNew(take('msg_2', { ...DELIVERY, ...changes }, TWO_HOOKS))).toBe(true);
	});

	it('is not merged with another where its time is not known: rather twice than never', () => {
		const untimed = { ...DELIVERY, occurredAt: undefined };
		expect(isNew(take('msg_1', untimed, TWO_HOOKS))).toBe(true);
		expect(isNew(take('msg_2', untimed, TWO_HOOKS))).toBe(true);
	});

	it('is told by the second message when the first could not be handled', async () => {
		const first = take('msg_1', DELIVERY, TWO_HOOKS);
		const second = take('msg_2', DELIVERY, TWO_HOOKS);
		settle(first, false);
		expect('repeatOf' in second && (await second.repeatOf)).toBe(false);
		await Promise.resolve();
		const again = take('msg_2', DELIVERY, TWO_HOOKS);
		expect(isNew(again)).toBe(true);
		settle(again, true);
		expect(isNew(take('msg_1', DELIVERY, TWO_HOOKS))).toBe(false);
	});

	it('happens as often as its messages outnumber the hooks, in whatever order they come and however often each is sent', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 4 }).chain((events) =>
					fc.tuple(
						fc.constant(events),
						fc.shuffledSubarray(
							Array.from({ length: events * 2 * 2 }, (_m, index) => `msg_${index % (events * 2)}`),
							{ minLength: events * 4 },
						),
					),
				),
				([events, messages]) => {
					workflowId = newWorkflow();
					const told = messages.map((id) => {
						const taken = take(id, DELIVERY, TWO_HOOKS);
						settle(taken, true);
						return isNew(taken);
					});
					expect(told.filter(Boolean)).toHaveLength(events);
				},
			),
		);
	});

	it('is never lost when hooks fall silent: with at least one message, it is told at least once', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }), (messages, hooks) => {
				workflowId = newWorkflow();
				const scopes = TWO_HOOKS.slice(0, hooks);
				const told = Array.from({ length: messages }, (_m, index) =>
					isNew(take(`m${index}`, DELIVERY, scopes)),
				);
				expect(told[0]).toBe(true);
			}),
		);
	});
});

describe('memory', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('keeps a delivery for the 48 hours in which BigCommerce repeats it (reference 12.6)', () => {
		take('msg_1');
		jest.advanceTimersByTime(48 * HOUR - 1);
		expect(isNew(take('msg_1'))).toBe(false);
		jest.advanceTimersByTime(1);
		expect(isNew(take('msg_1'))).toBe(true);
	});
});

describe('what could not be handled', () => {
	it('is counted for each delivery of each trigger by itself', () => {
		const other: Sent = { ...DELIVERY, data: { type: 'order', id: 8 } };
		const bare = { scope: DELIVERY.scope, data: DELIVERY.data };
		expect([1, 2, 3].map(() => countFailure(webhook(), DELIVERY, signedId('m1')))).toEqual([1, 2, 3]);
		expect(countFailure(webhook(), DELIVERY, signedId('m2'))).toBe(1);
		expect(countFailure(webhook(), other, UNSIGNED)).toBe(1);
		expect([1, 2].map(() => countFailure(webhook(), bare, UNSIGNED))).toEqual([1, 2]);
		expect(countFailure(webhook({ workflowId: newWorkflow() }), bare, UNSIGNED)).toBe(1);
	});
});
