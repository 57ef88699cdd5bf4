import type { IDataObject } from 'n8n-workflow';
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

const run = async (items: IDataObject[], operation = 'createMany', onError?: 'continueRegularOutput') => {
	world.sandbox.context.exchanges.clear();
	const fields = { mappingMode: 'autoMapInputData', value: null };
	return await leap(
		async () =>
			await world.engine.run({
				node: 'bigCommerceB2b',
				parameters: { resource: 'company', operation, fields },
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

const cut = (kind: 'resetAfter' | 'resetBefore') =>
	world.sandbox.context.faults.add({
		service: 'bigcommerce',
		kind,
		method: 'POST',
		path: '/companies/bulk$',
		times: 1,
	});

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
