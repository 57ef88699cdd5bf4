import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { leap, withLeapingSleep } from './support/leapingTime';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

const world = useWorld();

/** Somebody who is in B2B Edition when the sandbox starts. */
const TAKEN = 'owner@example.net';

const companies = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_item, at) => ({
		companyName: `Company ${at + 1}`,
		companyEmail: `office${at + 1}@example.org`,
		companyPhone: '512-555-0100',
		country: 'US',
		adminFirstName: 'Nora',
		adminLastName: 'Admin',
		adminEmail: `admin${at + 1}@example.org`,
	}));

/** Twelve of which the second cannot be made. */
const oneTaken = () => companies(12).map((item, at) => (at === 1 ? { ...item, adminEmail: TAKEN } : item));

const run = async (
	items: IDataObject[],
	operation = 'createMany',
	onError?: 'continueRegularOutput',
	further: INodeParameters = {},
) => {
	world.sandbox.context.exchanges.clear();
	const fields = { mappingMode: 'autoMapInputData', value: null };
	return await leap(
		async () =>
			await world.engine.run({
				node: 'bigCommerceB2b',
				parameters: { resource: 'company', operation, fields, ...further },
				items,
				credentials: world.credentials('bigCommerceB2b'),
				onError,
			}),
	);
};

const sent = () =>
	world.sandbox.context.exchanges
		.list({ service: 'bigcommerce' })
		.map(({ method, url, status }) => `${method} ${url.split('?')[0].replace(/^.*\/io/, '')} ${status}`);

const writes = () => sent().filter((call) => !call.startsWith('GET'));

const named = () =>
	Object.values(world.sandbox.bigCommerce.kept().collections.companies.records)
		.map(({ values }) => String(values.companyName))
		.filter((name) => /^Company \d/.test(name));

const cut = (kind: 'resetAfter' | 'resetBefore', method = 'POST', times = 1) =>
	world.sandbox.context.faults.add({
		service: 'bigcommerce',
		kind,
		method,
		path: '/companies/bulk$',
		times,
	});

/** Companies that are there, with a new phone number for each. */
async function changesOf(count: number): Promise<IDataObject[]> {
	const { outputs } = await run(companies(count));
	return outputs[0].map(({ json: { companyId } }, at) => ({ companyId, companyPhone: `512-555-02${at}` }));
}

const change = async (items: IDataObject[], onError?: 'continueRegularOutput') =>
	await run(items, 'update', onError, {
		companyId: { __rl: true, mode: 'id', value: '={{ $json.companyId }}' },
	});

const phones = (items: IDataObject[]) => {
	const { records } = world.sandbox.bigCommerce.kept().collections.companies;
	return items.map(({ companyId }) => records[Number(companyId)]?.values.companyPhone);
};

describe('companies that are made in one call', () => {
	it('are made ten at a time, each paired with its item and shown as it stands', async () => {
		const { outputs, error } = await run(companies(12));
		expect(error).toBeUndefined();
		const calls = ['GET /companies 200', 'POST /companies/bulk 200', 'GET /companies 200'];
		expect(sent()).toEqual([...calls, ...calls]);
		expect(
			outputs[0].map(({ json, pairedItem }) => [json.companyName, json.companyStatus, pairedItem]),
		).toEqual(companies(12).map(({ companyName }, item) => [companyName, '0', { item }]));
		const ids = outputs[0].map(({ json }) => json.companyId);
		expect(new Set(ids).size).toBe(12);
	});

	it('are made but for the one that is refused, which is named with the reason, when B2B Edition says only that some failed', async () => {
		const { outputs, error } = await run(oneTaken(), 'createMany', 'continueRegularOutput');
		expect(error).toBeUndefined();
		expect(writes()).toEqual([
			'POST /companies/bulk 400',
			'POST /companies/bulk 409',
			'POST /companies/bulk 200',
		]);
		expect(outputs[0].map(({ json, pairedItem }) => [json.companyName ?? json.error, pairedItem])).toEqual(
			companies(12).map(({ companyName }, item) => [
				item === 1 ? expect.stringMatching(/^Item 2: B2B Edition already has/) : companyName,
				{ item },
			]),
		);
		expect(JSON.stringify(outputs[0][1].json.details)).toMatch(/already exists/);
		expect(named()).toHaveLength(11);
	});

	it('stop after the ten of the refused one when the node does not go on', async () => {
		const { outputs, error } = await run(oneTaken());
		expect(outputs).toEqual([]);
		expect(error?.message).toMatch(/^Item 2: /);
		expect(named()).toHaveLength(9);
	});

	it('take none for their own that stood before', async () => {
		await run(companies(1));
		const { outputs } = await run(companies(3), 'createMany', 'continueRegularOutput');
		expect(outputs[0].map(({ json }) => json.companyName ?? json.error)).toEqual([
			expect.stringMatching(/^Item 1: /),
			'Company 2',
			'Company 3',
		]);
		expect(named()).toHaveLength(3);
	});

	it('are found when the answer was lost, and sent once', async () => {
		cut('resetAfter');
		const { outputs, error } = await run(companies(3));
		expect(error).toBeUndefined();
		expect(outputs[0].map(({ json }) => json.companyName)).toEqual(['Company 1', 'Company 2', 'Company 3']);
		expect(writes()).toHaveLength(1);
		expect(named()).toHaveLength(3);
	});

	it('are not known to be made when nothing is found after a lost answer', async () => {
		cut('resetBefore');
		const { error } = await run(companies(3));
		expect(String(error?.description)).toMatch(/It is not known whether 3 companies were created/);
		expect(writes()).toHaveLength(1);
	});

	it('are told by no webhook, as the description says, while a single one is', async () => {
		await world.must('bigCommerce', {
			resource: 'hook',
			operation: 'create',
			scope: 'store/company/created',
			destination: 'http://127.0.0.1:9/hook',
		});
		const told = () => world.sandbox.bigCommerce.kept().deliveries.length;
		await run(companies(3));
		expect(told()).toBe(0);
		await run(companies(4).slice(3), 'create');
		expect(told()).toBe(1);
	});
});

describe('companies that are changed in one call', () => {
	it('are changed ten at a time, each paired with its item and shown as it stands', async () => {
		const items = await changesOf(12);
		const { outputs, error } = await change(items);
		expect(error).toBeUndefined();
		expect(writes()).toEqual(['PUT /companies/bulk 200', 'PUT /companies/bulk 200']);
		expect(sent()).toHaveLength(14);
		expect(outputs[0].map(({ json, pairedItem }) => [json.companyId, json.companyPhone, pairedItem])).toEqual(
			items.map(({ companyId, companyPhone }, item) => [companyId, companyPhone, { item }]),
		);
	});

	it('are changed but for the one that is refused, which is named', async () => {
		const items = await changesOf(12);
		items[1].companyId = 999999;
		const { outputs } = await change(items, 'continueRegularOutput');
		expect(writes().filter((call) => / 40\d$/.test(call))).toEqual([
			'PUT /companies/bulk 404',
			'PUT /companies/999999 404',
		]);
		expect(outputs[0].map(({ json, pairedItem }) => [json.companyPhone ?? json.error, pairedItem])).toEqual(
			items.map(({ companyPhone }, item) => [
				item === 1 ? expect.stringMatching(/^Item 2: .*999999/) : companyPhone,
				{ item },
			]),
		);
		const others = items.filter((_item, at) => at !== 1);
		expect(phones(others)).toEqual(others.map(({ companyPhone }) => companyPhone));
	});

	it('stop at the refused one when the node does not go on', async () => {
		const items = await changesOf(3);
		items[1].companyId = 999999;
		const { error } = await change(items);
		expect(error?.message).toMatch(/^Item 2: /);
		expect(phones(items)).toEqual(['512-555-020', undefined, '512-555-0100']);
	});

	it('are changed with the same values once more when the answer was lost', async () => {
		const items = await changesOf(3);
		cut('resetAfter', 'PUT');
		const { outputs, error } = await change(items);
		expect(error).toBeUndefined();
		expect(outputs[0].map(({ json }) => json.companyPhone)).toEqual(phones(items));
		expect(phones(items)).toEqual(items.map(({ companyPhone }) => companyPhone));
		expect(writes()).toHaveLength(2);
	});

	it('are each told as not known when no answer comes', async () => {
		const items = await changesOf(2);
		cut('resetBefore', 'PUT', 9);
		const { outputs } = await change(items, 'continueRegularOutput');
		const told = outputs[0].map(({ json }) => JSON.stringify(json));
		expect(told).toEqual(Array(2).fill(expect.stringMatching(/not known whether 2 companies were changed/)));
	});

	it('are changed in the order of the items where two are about one company', async () => {
		const [first, second] = await changesOf(2);
		const items = [first, second, { ...first, companyPhone: '512-555-0299' }];
		const { outputs } = await change(items);
		expect(outputs[0].map(({ json }) => json.companyPhone)).toEqual([
			'512-555-020',
			'512-555-021',
			'512-555-0299',
		]);
	});

	it('are changed alone where one is given an external ID, which the call does not take', async () => {
		const items = await changesOf(2);
		items[1].uuid = '497f6eca-6276-4993-bfeb-53cbbbba6f08';
		const { outputs } = await change(items);
		expect(writes()).toEqual(items.map(({ companyId }) => `PUT /companies/${String(companyId)} 200`));
		expect(outputs[0][1].json).toMatchObject({ uuid: items[1].uuid });
	});

	it('are read again after a change of each alone where one could not be read', async () => {
		const items = await changesOf(3);
		world.sandbox.context.faults.add({
			service: 'bigcommerce',
			kind: 'status',
			status: 404,
			method: 'GET',
			path: `/companies/${String(items[1].companyId)}$`,
			times: 1,
		});
		const { outputs } = await change(items);
		expect(outputs[0].map(({ json }) => json.companyPhone)).toEqual(phones(items));
		expect(writes()).toEqual(['PUT /companies/bulk 200', `PUT /companies/${String(items[1].companyId)} 200`]);
	});

	it('are changed each alone where a good answer holds a refusal', async () => {
		const items = await changesOf(2);
		world.sandbox.context.faults.add({
			service: 'bigcommerce',
			kind: 'status',
			status: 200,
			body: { code: 400, data: {}, meta: { message: 'Refused' } },
			method: 'PUT',
			path: '/companies/bulk$',
			times: 1,
		});
		const { outputs } = await change(items);
		expect(outputs[0].map(({ json }) => json.companyPhone)).toEqual(['512-555-020', '512-555-021']);
		expect(writes()).toHaveLength(3);
	});
});
