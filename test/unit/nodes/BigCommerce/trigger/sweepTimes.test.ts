import type { INodeCredentials } from 'n8n-workflow';
import { lifecycle } from '../../../../../nodes/BigCommerce/trigger/lifecycle';
import { sweep } from '../../../../../nodes/BigCommerce/trigger/sweep';
import { ModelRecords } from '../../../support/modelRecords';
import { answering, v3 } from '../../../support/serviceDouble';
import { MINUTE, START } from '../../../support/storeSweeps';
import { passTime } from '../../../support/time';
import { hookFunctions, jsonOf, newWorkflow, storePollFunctions } from '../../../support/triggers';

/** BigCommerce reference 2.7. */
const STANDARD_PER_HOUR = 20_000;

const LEFT = { item: [{ mode: 'everyMinute' }] };
const CHOSEN = { item: [{ mode: 'everyX', value: 5, unit: 'minutes' }] };

let store: ModelRecords;
let workflowId: string;
const staticData = {};

beforeEach(() => {
	jest.useFakeTimers({ now: START });
	store = new ModelRecords();
	workflowId = newWorkflow();
});

afterEach(() => jest.useRealTimers());

const poll = async (scopes: string[], pollTimes: object = LEFT, credentials?: INodeCredentials) => {
	const parameters = { scopes, pollTimes };
	const { service } = store;
	const functions = storePollFunctions({ service, staticData, workflowId, parameters, credentials });
	const { result } = await passTime(async () => await sweep(functions));
	return jsonOf(result).length;
};

/** So many minutes with a poll each: the calls that they cost. */
const callsIn = async (
	minutes: number,
	scopes: string[],
	pollTimes?: object,
	credentials?: INodeCredentials,
): Promise<number> => {
	const before = store.service.requests.length;
	for (let minute = 0; minute < minutes; minute += 1) {
		await poll(scopes, pollTimes, credentials);
		jest.setSystemTime(Date.now() + MINUTE);
	}
	return store.service.requests.length - before;
};

describe('how often the store is swept', () => {
	it.each([['store/customer/created'], ['store/product/*'], ['store/channel/updated']])(
		'an idle sweep of %s is one call every 15 minutes, 0.02 % of what a standard store allows',
		async (scope) => {
			await poll([scope]);
			const calls = await callsIn(120, [scope]);
			expect(calls).toBeLessThanOrEqual(2 * 4);
			expect(calls / (2 * STANDARD_PER_HOUR)).toBeLessThanOrEqual(0.0002);
			expect(calls).toBeGreaterThanOrEqual(7);
		},
	);

	it('costs no more in total, however many kinds of records are swept: 0.02 %', async () => {
		const kinds = ['customer', 'product', 'priceList', 'channel'];
		const scopes = kinds.map((kind) => `store/${kind}/updated`);
		await poll(scopes);
		const calls = await callsIn(600, scopes);
		expect(calls / (10 * STANDARD_PER_HOUR)).toBeLessThanOrEqual(0.0002);
		expect(calls).toBeGreaterThanOrEqual(9 * kinds.length);
	});

	it.each([
		[['store/customer/updated', 'store/cart/converted']],
		[['store/order/created', 'store/order/message/created']],
		[['store/customer/*', 'store/product/*', 'store/priceList/updated', 'store/shipment/created']],
		[['store/cart/converted']],
	])('%j: 0.02 % with the looks at the hooks that no sweep tells of', async (scopes) => {
		await poll(scopes);
		const before = store.service.requests.length;
		await callsIn(24 * 60, scopes);
		const asked = store.service.requests.slice(before);
		expect(asked.length / (24 * STANDARD_PER_HOUR)).toBeLessThanOrEqual(0.0002);
		expect(asked.filter(({ path }) => path === '/v3/hooks').length).toBeGreaterThanOrEqual(5);
	});

	it('counts what is asked of B2B Edition like what is asked of the store', async () => {
		const scopes = ['store/company/updated', 'store/quote/updated', 'store/customer/updated'];
		const credentials = { bigCommerceB2bApi: { id: '2', name: 'B2B' } };
		await poll(scopes, LEFT, credentials);
		const calls = await callsIn(24 * 60, scopes, LEFT, credentials);
		expect(calls / (24 * STANDARD_PER_HOUR)).toBeLessThanOrEqual(0.0002);
		expect(store.service.lines).toContain('GET /api/v3/io/companies');
		expect(store.service.lines).toContain('GET /api/v3/io/rfq');
	});

	it('is what somebody chose', async () => {
		await poll(['store/customer/created'], CHOSEN);
		expect(await callsIn(10, ['store/customer/created'], CHOSEN)).toBe(10);
	});

	it('is at each poll as long as something is found', async () => {
		const scopes = ['store/customer/created'];
		await poll(scopes);
		jest.setSystemTime(START + 15 * MINUTE);
		for (const id of [1, 2, 3]) {
			store.make(id, Date.now());
			expect(await poll(scopes)).toBe(1);
			jest.setSystemTime(Date.now() + MINUTE);
		}
		expect(await poll(scopes)).toBe(0);
		store.make(4, Date.now());
		expect(await poll(scopes)).toBe(0);
		jest.setSystemTime(Date.now() + 15 * MINUTE);
		expect(await poll(scopes)).toBe(1);
	});

	it('is at each poll right after Publish, while new hooks may not work yet', async () => {
		const service = answering({ 'GET /v3/hooks': v3([]) });
		await lifecycle.checkExists.call(hookFunctions({ service, workflowId }));
		expect(await callsIn(2, ['store/customer/created'])).toBe(2);
	});

	it('is at once where a sweep failed', async () => {
		store.refused.set('/v3/customers', 403);
		await expect(poll(['store/customer/created'])).rejects.toThrow();
		store.refused.clear();
		expect(await callsIn(1, ['store/customer/created'])).toBe(1);
	});
});
