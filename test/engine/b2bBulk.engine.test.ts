import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId } from '../conformance/support/operationCase';
import { leap, withLeapingSleep } from './support/leapingTime';
import { useWorld } from './support/useWorld';
import { cutAnswer } from './support/cutAnswer';

jest.mock('n8n-workflow', () => withLeapingSleep());

const world = useWorld();

/** Somebody who is in B2B Edition when the sandbox starts. */
const TAKEN = 'owner@example.net';

const people = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_item, at) => ({ email: `buyer${at + 1}@example.org`, nth: at + 1 }));

const USER = {
	resource: 'companyUser',
	operation: 'createMany',
	companyId: byId(802),
	firstName: 'Nora',
	lastName: '=Buyer {{ $json.nth }}',
	email: '={{ $json.email }}',
	role: 1,
	channelIds: '[1]',
};

const ADDRESS = {
	resource: 'companyAddress',
	operation: 'createMany',
	companyId: byId(802),
	fields: { mappingMode: 'autoMapInputData', value: null },
};

const streets = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_item, at) => ({
		firstName: 'Nora',
		lastName: 'Buyer',
		addressLine1: `${at + 1} Side Street`,
		city: 'Austin',
		stateName: 'Texas',
		countryName: 'United States',
	}));

const run = async (parameters: INodeParameters, items: IDataObject[], onError?: 'continueRegularOutput') => {
	world.sandbox.context.exchanges.clear();
	return await leap(
		async () =>
			await world.engine.run({
				node: 'bigCommerceB2b',
				parameters,
				items,
				credentials: world.credentials('bigCommerceB2b'),
				onError,
			}),
	);
};

const writes = () =>
	world.sandbox.context.exchanges
		.list({ service: 'bigcommerce' })
		.filter(({ method }) => method !== 'GET')
		.map(({ method, url, status }) => `${method} ${url.replace(/^.*\/io/, '')} ${status}`);

const cut = (path: string) => cutAnswer(world, path);

describe('people and addresses that are added in one call', () => {
	it('are added ten at a time, each paired with its item and shown as it stands', async () => {
		const { outputs, error } = await run(USER, people(12));
		expect(error).toBeUndefined();
		expect(writes()).toEqual(['POST /users/bulk 200', 'POST /users/bulk 200']);
		expect(outputs[0].map(({ json, pairedItem }) => [json.email, json.companyId, pairedItem])).toEqual(
			people(12).map(({ email }, item) => [email, 802, { item }]),
		);
		const { outputs: addresses } = await run(ADDRESS, streets(11));
		expect(writes()).toEqual(['POST /addresses/bulk 200', 'POST /addresses 200']);
		expect(addresses[0].map(({ json }) => json.addressLine1)).toEqual(
			streets(11).map(({ addressLine1 }) => addressLine1),
		);
		expect(new Set(addresses[0].map(({ json }) => json.addressId)).size).toBe(11);
	});

	it('are added but for the one that is refused, which is named', async () => {
		const items = people(3).map((item, at) => (at === 1 ? { ...item, email: TAKEN } : item));
		const { outputs } = await run(USER, items, 'continueRegularOutput');
		expect(writes()).toEqual([
			'POST /users/bulk 422',
			'POST /users 200',
			'POST /users 422',
			'POST /users 200',
		]);
		expect(outputs[0].map(({ json, pairedItem }) => [json.email ?? json.error, pairedItem])).toEqual([
			['buyer1@example.org', { item: 0 }],
			[expect.stringMatching(/^Item 2: /), { item: 1 }],
			['buyer3@example.org', { item: 2 }],
		]);
	});

	it('are told as added although one of them cannot be read, which is named by its ID', async () => {
		world.sandbox.context.faults.add({
			service: 'bigcommerce',
			kind: 'status',
			status: 404,
			method: 'GET',
			path: '/users/\\d+$',
			times: 1,
		});
		const { outputs } = await run(USER, people(3), 'continueRegularOutput');
		expect(writes()).toEqual(['POST /users/bulk 200']);
		const told = outputs[0].map(({ json }) => String(json.email ?? json.error));
		expect(told.filter((text) => !text.includes('@'))).toEqual([
			'B2B Edition made company users that could not be read',
		]);
	});

	it('are found by their e-mail addresses when the answer was lost, and sent once', async () => {
		cut('/users/bulk$');
		const { outputs, error } = await run(USER, people(3));
		expect(error).toBeUndefined();
		expect(outputs[0].map(({ json }) => json.email)).toEqual(people(3).map(({ email }) => email));
		expect(writes()).toHaveLength(1);
	});

	it('are not known to be added when the answer was lost and nothing tells them from others', async () => {
		cut('/addresses/bulk$');
		const { error } = await run(ADDRESS, streets(3));
		expect(String(error?.description)).toMatch(/It is not known whether 3 company addresses were created/);
		expect(writes()).toHaveLength(1);
	});
});

const UPSERT = { ...USER, operation: 'upsert' };

describe('people who are added or changed by their e-mail addresses', () => {
	it('are added once, changed after that, and never moved to another company', async () => {
		const first = await run(UPSERT, people(2));
		expect(first.outputs[0].map(({ json }) => json.created)).toEqual([true, true]);
		const again = await run({ ...UPSERT, lastName: 'Changed', role: 2 }, people(1));
		const { id } = first.outputs[0][0].json;
		expect(again.outputs[0].map(({ json }) => json)).toMatchObject([
			{ created: false, id, lastName: 'Changed', role: 2, companyId: 802 },
		]);
		expect(writes()).toEqual([`PUT /users/${String(id)} 200`]);
		const { error } = await run({ ...UPSERT, companyId: byId(801) }, people(1));
		expect(error?.message).toContain('There is a company user with this email already, in company 802');
		expect(writes()).toEqual([]);
	});
});
