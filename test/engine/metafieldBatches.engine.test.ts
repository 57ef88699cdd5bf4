import type { IDataObject } from 'n8n-workflow';
import { CLIENT_ID } from '../sandbox/core/fixtures';
import { withLeapingSleep } from './support/leapingTime';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

const world = useWorld();

const ALL = /\/v3\/orders\/metafields$/;

/** Runs an operation for the metafields that the items name. */
const run = async (operation: string, items: IDataObject[], onError?: 'continueRegularOutput') => {
	world.sandbox.context.exchanges.clear();
	return await world.engine.run({
		node: 'bigCommerce',
		parameters: {
			resource: 'orderMetafield',
			operation,
			orderId: { __rl: true, mode: 'id', value: '={{ $json.order }}' },
			metafieldId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			namespace: 'returns',
			key: '={{ $json.key }}',
			value: '={{ $json.value }}',
		},
		items,
		credentials: world.credentials('bigCommerce'),
		onError,
	});
};

const writes = () =>
	world.sandbox.context.exchanges
		.list({ service: 'bigcommerce' })
		.filter(({ method }) => method !== 'GET')
		.map(({ method, url, status }) => `${method} ${ALL.test(url) ? 'all' : 'one'} ${status}`);

const kept = () =>
	Object.values(world.sandbox.bigCommerce.kept().metafields).map(({ key, value }) => `${key}: ${value}`);

/** Metafields of two orders. */
async function made(
	count: number,
): Promise<Array<{ order: number; key: string; value: string; id: number }>> {
	const orders = [await world.placeOrder(), await world.placeOrder()];
	const items = Array.from({ length: count }, (_item, at) => ({
		order: orders[at % 2],
		key: `k${at}`,
		value: `v${at}`,
	}));
	const { outputs, error } = await run('create', items);
	expect(error).toBeUndefined();
	return items.map((item, at) => ({ ...item, id: Number(outputs[0][at].json.id) }));
}

describe('metafields of many items', () => {
	it('are made, changed and removed ten at a time, each paired with its item', async () => {
		const items = await made(12);
		expect(writes()).toEqual(['POST all 200', 'POST all 200']);
		const changed = await run(
			'update',
			items.map((item) => ({ ...item, value: 'new' })),
		);
		expect(writes()).toEqual(['PUT all 200', 'PUT all 200']);
		expect(changed.outputs[0].map(({ json, pairedItem }) => [json.id, json.value, pairedItem])).toEqual(
			items.map(({ id }, item) => [id, 'new', { item }]),
		);
		const removed = await run('delete', items);
		expect(writes()).toEqual(['DELETE all 200', 'DELETE all 200']);
		expect(removed.outputs[0].map(({ json }) => json)).toEqual(
			items.map(({ id }) => ({ id, deleted: true })),
		);
		expect(kept()).toEqual([]);
	});

	it('keep what was made when the store refuses some, and the refused one is named', async () => {
		const [first] = await made(1);
		const items = [{ ...first, key: 'a' }, first, { ...first, key: 'b' }];
		const { outputs } = await run('create', items, 'continueRegularOutput');
		expect(writes()).toEqual(['POST all 422', 'POST one 409']);
		expect(outputs[0].map(({ json }) => json.key ?? json.error)).toEqual([
			'a',
			expect.stringMatching(/^Item 2: BigCommerce already has/),
			'b',
		]);
		expect(kept()).toHaveLength(3);
	});

	it.each(['update', 'delete'])('are left alone by %s when they are on another record', async (operation) => {
		const [one, other] = await made(2);
		const before = kept();
		const { outputs } = await run(
			operation,
			[one, { ...other, order: one.order }].map((item) => ({ ...item, value: 'new' })),
			'continueRegularOutput',
		);
		expect(outputs[0][1].json.error).toMatch(/^Item 2: /);
		expect(kept()).toContain(before[1]);
		expect(writes()).not.toContainEqual(expect.stringContaining('all'));
	});

	it('are told as removed when the first answer was lost', async () => {
		const items = await made(3);
		world.sandbox.context.faults.add({
			service: 'bigcommerce',
			kind: 'resetAfter',
			method: 'DELETE',
			path: '/orders/metafields$',
			times: 1,
		});
		const { outputs, error } = await run('delete', items);
		expect(error).toBeUndefined();
		expect(outputs[0].map(({ json }) => json)).toEqual(items.map(({ id }) => ({ id, deleted: true })));
		expect(kept()).toEqual([]);
	});

	it('are changed or made as they stand, with one call for each, and paired', async () => {
		const items = await made(5);
		const wanted = [
			...items.map((item) => ({ ...item, value: 'new' })),
			...items.map((item) => ({ ...item, key: `${item.key}-too` })),
		];
		const { outputs, error } = await run('upsert', wanted);
		expect(error).toBeUndefined();
		expect(writes()).toEqual(['PUT all 200', 'POST all 200']);
		expect(outputs[0].map(({ json, pairedItem }) => [json.key, json.value, pairedItem])).toEqual(
			wanted.map(({ key, value }, item) => [key, value, { item }]),
		);
		await run('upsert', wanted);
		expect(writes()).toEqual(['PUT all 200']);
		expect(kept()).toHaveLength(10);
	});

	it('are each done when two items name the same one', async () => {
		const [first] = await made(1);
		const items = ['a', 'b'].map((value) => ({ ...first, key: 'same', value }));
		const { outputs } = await run('upsert', items);
		expect(outputs[0].map(({ json }) => json.value)).toEqual(['a', 'b']);
		expect(kept()).toContain('same: b');
	});

	it.each(['resetBefore', 'resetAfter'] as const)(
		'are looked for one by one when the connection breaks as they are made (%s)',
		async (kind) => {
			const order = await world.placeOrder();
			world.sandbox.context.faults.add({
				service: 'bigcommerce',
				kind,
				method: 'POST',
				path: '/orders/metafields$',
				times: 1,
			});
			const items = ['a', 'b', 'c'].map((key) => ({ order, key, value: 'v' }));
			const { outputs, error } = await run('upsert', items);
			expect(error).toBeUndefined();
			expect(outputs[0].map(({ json }) => json.key)).toEqual(['a', 'b', 'c']);
			expect(kept()).toHaveLength(3);
		},
	);

	it('of an order that is not there are named, and the others are done', async () => {
		const [one, other] = await made(2);
		const items = [one, { ...other, order: 99_999 }, { ...one, key: 'more' }];
		const { outputs } = await run(
			'upsert',
			items.map((item) => ({ ...item, value: 'new' })),
			'continueRegularOutput',
		);
		expect(outputs[0].map(({ json }) => json.key ?? json.error)).toEqual([
			one.key,
			expect.stringMatching(/^Item 2: BigCommerce knows no/),
			'more',
		]);
	});

	it('are not known to be made after an answer that is none, and are made once', async () => {
		const items = [await world.placeOrder()].flatMap((order) =>
			['a', 'b'].map((key) => ({ order, key, value: 'v' })),
		);
		world.sandbox.context.faults.add({
			service: 'bigcommerce',
			kind: 'status',
			method: 'POST',
			path: '/orders/metafields$',
			times: 1,
			status: 200,
			headers: { 'content-type': 'application/json' },
			body: '{"data": []}',
		});
		const { error } = await run('create', items);
		expect(String(error?.description)).toMatch(/It is not known whether 2 metafields/);
		expect(writes()).toHaveLength(1);
	});
});

describe.each(['update', 'upsert'])('%s', (operation) => {
	const standing = () => Object.values(world.sandbox.bigCommerce.kept().metafields);

	it.each([1, 3])('leaves who may read %d metafields as it is, also those of another app', async (count) => {
		const items = await made(count);
		for (const field of standing()) field.permission_set = 'write_and_sf_access';
		standing()[0].owner_client_id = 'another-app';
		const { outputs, error } = await run(
			operation,
			items.map((item) => ({ ...item, value: 'new' })),
		);
		expect(error).toBeUndefined();
		expect(outputs[0].map(({ json }) => json.value)).toEqual(items.map(() => 'new'));
		expect(standing()).toHaveLength(count);
		for (const field of standing()) {
			expect(field).toMatchObject({ value: 'new', permission_set: 'write_and_sf_access' });
		}
	});
});

describe('a metafield that another API account made, as the one before it in the same store (reference 5.2)', () => {
	const standing = () => Object.values(world.sandbox.bigCommerce.kept().metafields);

	/** Made by another account. @param permissions what it lets others do */
	const theirs = async (permissions: string, count = 1) => {
		const items = await made(count);
		for (const field of standing()) {
			Object.assign(field, { owner_client_id: 'another-app', permission_set: permissions });
		}
		return items.map((item) => ({ ...item, value: 'new' }));
	};

	it.each([1, 3])('that is shared for reading gives way to one of our own: %d of them', async (count) => {
		const items = await theirs('read', count);
		for (const value of ['new', 'newer']) {
			const { outputs, error } = await run(
				'upsert',
				items.map((item) => ({ ...item, value })),
			);
			expect(error).toBeUndefined();
			expect(outputs[0].map(({ json }) => [json.value, json.owner_client_id])).toEqual(
				items.map(() => [value, CLIENT_ID]),
			);
		}
		expect(standing()).toHaveLength(2 * count);
		expect(standing().filter(({ value }) => value === 'newer')).toHaveLength(count);
	});

	it('that is shared for writing stays as it is where there is one of our own', async () => {
		const items = await theirs('write');
		await run('create', items);
		const { outputs } = await run(
			'upsert',
			items.map((item) => ({ ...item, value: 'newer' })),
		);
		expect(outputs[0].map(({ json }) => json.owner_client_id)).toEqual([CLIENT_ID]);
		expect(standing().map(({ value }) => value)).not.toContain('new');
		expect(standing().filter(({ value }) => value === 'newer')).toHaveLength(1);
	});

	it.each(['update', 'delete'])('is not to be %sd, and the text says whose it can be', async (operation) => {
		const [item] = await theirs('read');
		const { error } = await run(operation, [{ ...item, id: standing()[0].id }]);
		expect(String(error?.description)).toMatch(/"Orders: modify".*another API account made the metafield/);
	});
});
