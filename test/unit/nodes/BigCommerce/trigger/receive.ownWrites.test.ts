import type { IDataObject } from 'n8n-workflow';
import { storeDates } from '../../../../../nodes/BigCommerce/records/dates';
import { isToldLast, rememberTold, toldOf } from '../../../../../nodes/BigCommerce/trigger/news';
import { isOwnWrite } from '../../../../../nodes/BigCommerce/records/ownWrites';
import { answering, ok } from '../../../support/serviceDouble';
import { ORDER, trigger } from '../../../support/storeReceiver';
import { event, newWorkflow, storePollFunctions } from '../../../support/triggers';
import { read, wrote } from '../../../support/orders';

describe('own writes', () => {
	/** An order in a state that no other test wrote. */
	const written = (id: number): IDataObject => ({ ...ORDER, id, status_id: 12 });

	const statusWrite = (order: IDataObject) => ({
		before: { ...order, status_id: 2 },
		sent: { status_id: order.status_id },
	});

	const eventOf = (order: IDataObject, scope = 'store/order/statusUpdated') =>
		event(scope, { data: { type: 'order', id: order.id } });

	const workflowId = newWorkflow();
	const writer = { workflowId, storeHash: 'abc123' };

	const triggerOf = (order: IDataObject, parameters: IDataObject = {}) =>
		trigger({
			workflowId,
			service: answering({ [`GET /v2/orders/${String(order.id)}`]: ok(order) }),
			parameters: { scopes: ['store/order/*', 'store/metafield/*'], ...parameters },
		});

	it('an order that is exactly as we wrote it is an echo, and starts nothing', async () => {
		const order = written(101);
		wrote(writer, order, statusWrite(order));
		const { receive } = triggerOf(order);
		expect(await receive({ body: eventOf(order) })).toMatchObject({ result: {}, items: [] });
		expect((await receive({ body: eventOf(order, 'store/order/updated') })).items).toEqual([]);
	});

	it('a change by a person is news, even in the same second', async () => {
		const order = written(102);
		wrote(writer, order, statusWrite(order));
		const changed = { ...order, status_id: 5 };
		expect((await triggerOf(changed).receive({ body: eventOf(changed) })).items).toMatchObject([
			{ order: storeDates(changed) },
		]);
	});

	it.each(['store/order/created', 'store/order/message/created', 'store/order/refund/created'])(
		'%s is news although the order is as we wrote it: our writes do not make that event',
		async (scope) => {
			const order = written(103);
			wrote(writer, order, statusWrite(order));
			expect((await triggerOf(order).receive({ body: eventOf(order, scope) })).items).toHaveLength(1);
		},
	);

	describe('explain only what they changed', () => {
		const NOW = Number(event().created_at);

		/** The order after this workflow wrote a note, by a store that gives the time of the write. */
		const noted = (id: number) => {
			const order = { ...written(id), staff_notes: 'checked' };
			wrote(writer, order, {
				before: { ...order, staff_notes: '' },
				sent: { staff_notes: 'checked' },
			});
			return order;
		};

		const runs = async (order: IDataObject, scope: string, more: IDataObject = {}) => {
			const body = { ...eventOf(order, scope), ...more };
			return (await triggerOf(order).receive({ body })).items.length;
		};

		const statusOf = (order: IDataObject, status: IDataObject) => ({
			data: { type: 'order', id: order.id, status },
		});

		it('the status that somebody else set before our note is news', async () => {
			const order = noted(121);
			const status = { previous_status_id: 11, new_status_id: 12 };
			expect(await runs(order, 'store/order/statusUpdated', statusOf(order, status))).toBe(1);
		});

		it.each(['store/order/statusUpdated', 'store/channel/1/order/statusUpdated', 'store/order/archived'])(
			'%s is news after a note',
			async (scope) => {
				const id = 200 + scope.length;
				const order = noted(id);
				const service = answering({ [`GET /v2/orders/${id}`]: ok(order) });
				const scopes = ['store/order/*', 'store/channel/*/order/*'];
				const { receive } = trigger({ workflowId, service, parameters: { scopes } });
				const own = event(scope, { data: { id } });
				expect((await receive({ body: own })).items).toHaveLength(1);
			},
		);

		it('an update is the echo of a note', async () => {
			expect(await runs(noted(123), 'store/order/updated')).toBe(0);
		});

		it.each([
			[12, 0],
			['12', 0],
			[11, 1],
			[null, 0],
		])('to the status %j that a delivery names: %i runs', async (named, count) => {
			const order = written(typeof named === 'number' ? 130 + named : 124);
			wrote(writer, order, statusWrite(order));
			const status = { previous_status_id: 2, new_status_id: named };
			expect(await runs(order, 'store/order/statusUpdated', statusOf(order, status))).toBe(count);
		});

		it.each([
			[3600, 1],
			[60, 1],
			[4, 1],
			[1, 0],
			[0, 0],
			[-60, 0],
		])('an event %i seconds before the write, by the clock of the store: %i runs', async (seconds, count) => {
			const order = { ...written(400 + seconds), date_modified: new Date((NOW - 7200) * 1000).toUTCString() };
			wrote(writer, order, { ...statusWrite(order), before: written(400 + seconds) });
			const at = NOW - 7200 - seconds;
			expect(await runs(order, 'store/order/updated', { created_at: at })).toBe(count);
			expect(await runs(order, 'store/order/statusUpdated', { created_at: at })).toBe(count);
		});

		it('where the store gives no time of the write, only a clearly older event is none of its echoes', async () => {
			const order = written(126);
			wrote(writer, order, statusWrite(order));
			const now = Math.floor(Date.now() / 1000);
			expect(await runs(order, 'store/order/updated', { created_at: now - 20 })).toBe(0);
			expect(await runs(order, 'store/order/updated', { created_at: now - 60 })).toBe(1);
		});

		it('two of our writes explain the events of both', async () => {
			const first = written(127);
			wrote(writer, first, statusWrite(first));
			const second = { ...first, staff_notes: 'checked' };
			wrote(writer, second, { before: first, sent: { staff_notes: 'checked' } });
			expect(await runs(second, 'store/order/statusUpdated')).toBe(0);
			expect(await runs(second, 'store/order/updated')).toBe(0);
		});
	});

	it('are told when the user wants them', async () => {
		const order = written(104);
		wrote(writer, order, statusWrite(order));
		const { receive } = triggerOf(order, { options: { ignoreOwnWrites: false } });
		expect((await receive({ body: eventOf(order) })).items).toHaveLength(1);
	});

	it('of another workflow are news: its release is what this one waits for', async () => {
		const order = written(107);
		wrote({ ...writer, workflowId: newWorkflow() }, order, statusWrite(order));
		expect(isOwnWrite(writer, read(order))).toBe(false);
		expect((await triggerOf(order).receive({ body: eventOf(order) })).items).toMatchObject([
			{ order: storeDates(order) },
		]);
	});

	it('of another store with the same order number are no echo here', async () => {
		const order = written(105);
		wrote({ ...writer, storeHash: 'otherstore' }, order, statusWrite(order));
		expect((await triggerOf(order).receive({ body: eventOf(order) })).items).toHaveLength(1);
	});

	it.each(['store/order/metafield/created', 'store/order/metafield/updated', 'store/metafield/deleted'])(
		'%s of our own links starts nothing; of others it does',
		async (scope) => {
			const order = written(106);
			const { receive, service } = triggerOf(order);
			const data = { metafield_id: '3', resource_id: '106', resource_type: 'order' };
			const own = event(scope, { data: { ...data, namespace: 'opentext_link' } });
			expect(await receive({ body: own })).toMatchObject({ result: {}, items: [] });
			expect(service.lines).toEqual([]);
			expect(
				(await receive({ body: event(scope, { data: { ...data, namespace: 'returns' } }) })).items,
			).toHaveLength(1);
		},
	);
});

describe('what the sweep told already', () => {
	const scopes = ['store/order/*', 'store/channel/2/order/*'];

	const afterSweep = async (order: IDataObject, isNew: boolean, body: IDataObject, fullRecord = true) => {
		const workflowId = newWorkflow();
		rememberTold(storePollFunctions({ workflowId }), read(order), { by: 'sweep', isNew });
		return await trigger({ workflowId, parameters: { scopes, fullRecord } }).receive({ body });
	};

	it.each([
		['store/order/created', { id: 7 }],
		['store/order/created', { id: '7' }],
		['store/channel/2/order/created', { order_id: 7 }],
	])('as new, %s of %j does not tell again, whatever the order looks like now', async (scope, data) => {
		for (const fullRecord of [true, false]) {
			const body = event(scope, { data });
			expect(await afterSweep({ ...ORDER, status_id: 0 }, true, body, fullRecord)).toEqual({
				result: {},
				status: undefined,
				items: [],
			});
		}
	});

	it.each(['store/order/updated', 'store/order/statusUpdated', 'store/channel/2/order/updated'])(
		'in this state, %s does not tell again; in another it does',
		async (scope) => {
			expect((await afterSweep(ORDER, false, event(scope))).items).toEqual([]);
			expect((await afterSweep({ ...ORDER, status_id: 0 }, false, event(scope))).items).toHaveLength(1);
		},
	);

	it.each(['store/order/created', 'store/order/message/created', 'store/order/refund/created'])(
		'as a change only, %s tells',
		async (scope) => {
			expect((await afterSweep(ORDER, false, event(scope))).items).toHaveLength(1);
		},
	);
});

describe('what the sweep learns of a delivery', () => {
	it('is the state of the order that was told', async () => {
		const workflowId = newWorkflow();
		await trigger({ workflowId }).receive();
		expect(isToldLast(toldOf(storePollFunctions({ workflowId }), read(ORDER)), read(ORDER))).toBe(true);
	});

	it('is only the order where the full record is not read', async () => {
		const workflowId = newWorkflow();
		await trigger({ workflowId, parameters: { fullRecord: false } }).receive();
		const told = toldOf(storePollFunctions({ workflowId }), read(ORDER));
		expect(told.asNewBy).toBe('delivery');
		expect(isToldLast(told, read(ORDER))).toBe(false);
	});
});
