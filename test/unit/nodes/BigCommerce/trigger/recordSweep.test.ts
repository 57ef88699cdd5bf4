import type { IDataObject } from 'n8n-workflow';
import { lifecycle } from '../../../../../nodes/BigCommerce/trigger/lifecycle';
import { receive } from '../../../../../nodes/BigCommerce/trigger/receive';
import { sweep } from '../../../../../nodes/BigCommerce/trigger/sweep';
import { STORE_KINDS } from '../../../../../nodes/BigCommerce/trigger/sweptStore';
import { ModelRecords } from '../../../support/modelRecords';
import { answering, v3 } from '../../../support/serviceDouble';
import { MINUTE, START } from '../../../support/storeSweeps';
import { passTime } from '../../../support/time';
import {
	event,
	hookFunctions,
	jsonOf,
	newWorkflow,
	storePollFunctions,
	webhookFunctions,
} from '../../../support/triggers';

const CUSTOMERS = ['store/customer/created', 'store/customer/updated'];

let store: ModelRecords;
let staticData: IDataObject;
let workflowId: string;
let messages = 0;

beforeEach(() => {
	jest.useFakeTimers({ now: START });
	store = new ModelRecords();
	staticData = {};
	workflowId = newWorkflow();
});

afterEach(() => jest.useRealTimers());

/** One poll: the events and ids that it tells, or null. */
const poll = async (scopes = CUSTOMERS, parameters: IDataObject = {}) => {
	const functions = storePollFunctions({
		service: store.service,
		staticData,
		workflowId,
		parameters: { scopes, ...parameters },
	});
	const { result } = await passTime(async () => await sweep(functions));
	return result && jsonOf(result).map(({ event: told, data }) => `${String(told)} ${Object(data).id}`);
};

const deliver = async (id: number, scope: string, parameters: IDataObject = {}) => {
	const body = event(scope, { data: { type: 'customer', id }, hash: `message ${(messages += 1)}` });
	const { functions } = webhookFunctions({
		service: store.service,
		workflowId,
		body,
		parameters: { scopes: CUSTOMERS, ...parameters },
	});
	const { workflowData } = await receive(functions);
	return jsonOf(workflowData).length;
};

describe('a sweep of customers, products and their like', () => {
	it.each(STORE_KINDS.map(({ name, path }) => [name, path]))(
		'tells a %s that was made and one that changed without a delivery, each once',
		async (name, path) => {
			const scopes = [`store/${name}/created`, `store/${name}/updated`];
			store.make(1, START - 90 * MINUTE);
			expect(await poll(scopes)).toBeNull();
			store.change(1, { name: 'Changed' }, START + MINUTE);
			store.make(2, START + 2 * MINUTE);
			expect(await poll(scopes)).toEqual([`store/${name}/updated 1`, `store/${name}/created 2`]);
			expect(await poll(scopes)).toBeNull();
			expect(new Set(store.service.lines)).toEqual(new Set([`GET ${path}`, 'GET /v3/hooks']));
		},
	);

	it('shows the record with its time and source', async () => {
		await poll();
		store.make(7, START + MINUTE, { email: 'ada.example@example.com' });
		const functions = storePollFunctions({
			service: store.service,
			staticData,
			workflowId,
			parameters: { scopes: CUSTOMERS },
		});
		expect(jsonOf(await sweep(functions))).toEqual([
			{
				source: 'sweep',
				event: 'store/customer/created',
				occurredAt: '2026-11-22T10:01:00.000Z',
				storeHash: 'abc123',
				data: { type: 'customer', id: 7 },
				customer: store.get(7),
			},
		]);
	});

	it('tells nothing of what was there before, but what changed within the look-back', async () => {
		store.make(1, START - 90 * MINUTE);
		store.make(2, START - MINUTE);
		expect(await poll()).toBeNull();
		staticData = {};
		workflowId = newWorkflow();
		expect(await poll(CUSTOMERS, { options: { lookBackHours: 1 } })).toEqual(['store/customer/created 2']);
	});

	it('tells by its first sweep what was made before the hooks were there', async () => {
		store.make(1, START - MINUTE);
		const service = answering({ 'GET /v3/hooks': v3([]) });
		await lifecycle.checkExists.call(hookFunctions({ service, workflowId }));
		store.make(2, START + 1_000);
		expect(await poll()).toEqual(['store/customer/created 2']);
		expect(await poll()).toBeNull();
	});

	it('takes a record that was only made for no change', async () => {
		await poll(['store/customer/updated']);
		store.make(1, START + MINUTE);
		expect(await poll(['store/customer/updated'])).toBeNull();
		store.change(1, { company: 'Example' }, START + 2 * MINUTE);
		expect(await poll(['store/customer/updated'])).toEqual(['store/customer/updated 1']);
	});

	it('leaves out what a delivery told, and tells what changed after it', async () => {
		await poll();
		store.make(1, START + MINUTE);
		expect(await deliver(1, 'store/customer/created')).toBe(1);
		expect(await poll()).toBeNull();
		store.change(1, { company: 'Example' }, START + MINUTE + 1_000);
		expect(await poll()).toEqual(['store/customer/updated 1']);
	});

	it('takes a customer of whom a delivery told without the record for told', async () => {
		await poll(CUSTOMERS, { fullRecord: false });
		store.make(1, START + MINUTE);
		expect(await deliver(1, 'store/customer/created', { fullRecord: false })).toBe(1);
		expect(await poll(CUSTOMERS, { fullRecord: false })).toBeNull();
	});

	it('was faster: the delivery that comes late is left out', async () => {
		await poll();
		store.make(1, START + MINUTE);
		expect(await poll()).toEqual(['store/customer/created 1']);
		expect(await deliver(1, 'store/customer/created')).toBe(0);
		store.change(1, { company: 'Example' }, START + 2 * MINUTE);
		expect(await poll()).toEqual(['store/customer/updated 1']);
		expect(await deliver(1, 'store/customer/updated')).toBe(0);
		store.change(1, { company: 'Another' }, START + 3 * MINUTE);
		expect(await deliver(1, 'store/customer/updated')).toBe(1);
	});

	it('does not take the views of a product for a change', async () => {
		const scopes = ['store/product/*'];
		await poll(scopes);
		store.make(1, START + MINUTE, { view_count: 1 });
		await poll(scopes);
		store.change(1, { view_count: 2 }, START + MINUTE);
		expect(await poll(scopes)).toBeNull();
	});

	it('keeps to the channels that are wanted', async () => {
		const filters = { channels: [2] };
		await poll(CUSTOMERS, { filters });
		store.make(1, START + MINUTE, { channel_ids: [1] });
		store.make(2, START + MINUTE, { channel_ids: [1, 2] });
		store.make(3, START + MINUTE, { channel_ids: null });
		expect(await poll(CUSTOMERS, { filters })).toEqual([
			'store/customer/created 2',
			'store/customer/created 3',
		]);
	});

	it.each([
		['that can be sorted', CUSTOMERS],
		['that cannot', ['store/channel/created', 'store/channel/updated']],
	])(
		'misses nothing of a list %s when it is long and a record changes while it is read',
		async (_what, scopes) => {
			await poll(scopes);
			for (let id = 1; id <= 600; id += 1) store.make(id, START + MINUTE + Math.floor(id / 10) * 1_000);
			const reads = store.service.requests.length;
			store.afterRead = (read) => {
				if (read === reads + 1) store.change(3, { name: 'Moved' }, START + 5 * MINUTE);
			};
			const told = await poll(scopes);
			expect(new Set(told?.map((line) => line.split(' ')[1])).size).toBe(600);
			expect((await poll(scopes))?.length ?? 0).toBeLessThan(2);
		},
	);

	it('begins anew where its watermark is spoilt', async () => {
		store.make(1, START - 90 * MINUTE);
		for (const records of ['spoilt', { customer: 'spoilt' }, { customer: { at: 'x', seen: 7 } }]) {
			staticData = { records };
			workflowId = newWorkflow();
			expect(await poll()).toBeNull();
			expect(staticData.records).toMatchObject({ customer: { at: expect.any(Number) } });
		}
	});

	it('tells what it could read although another list is refused, and then says so', async () => {
		const scopes = [...CUSTOMERS, 'store/product/updated'];
		await poll(scopes);
		store.refused.set('/v3/catalog/products', 403);
		store.make(1, START + MINUTE);
		expect(await poll(scopes)).toEqual(['store/customer/created 1']);
		await expect(poll(scopes)).rejects.toMatchObject({
			description: expect.stringContaining('Products: read-only'),
		});
	});
});
