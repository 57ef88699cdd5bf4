import type { World } from '../../../engine/support/world';
import { ALL, NOBODY, type Cases } from '../../support/operationCase';
import { withCustomer } from './customer';
import { NODE } from './support';

const reads = (below: (orderId: string) => string) => async (world: World) => ({
	path: below(String(await world.placeOrder())),
});

const idAtEnd = (path: unknown) => Number(/\d+$/.exec(String(path))?.[0]);

/** What most records have. */
const NAMES = ['id', 'success'];

const GROUPS = '/v2/customer_groups';

const group = (nth: number | string) => JSON.stringify({ name: `Members ${nth}` });

/** A group that is there. */
async function standing(world: World) {
	const made = { resource: 'customerGroup', operation: 'create', name: 'Standing' };
	return `${GROUPS}/${String((await world.must(NODE, made)).id)}`;
}

export const cases: Cases = {
	get: {
		prepare: reads((orderId) => `/v2/orders/${orderId}`),
		wrong: { path: `/v2/orders/${NOBODY}` },
		refusal: new RegExp(`^BigCommerce knows no /v2/orders/${NOBODY} in this store$`),
		gives: ({ path }) => ({ id: idAtEnd(path) }),
		names: NAMES,
		scopes: [{ name: 'Orders', access: 'read-only' }],
	},
	getAll: {
		prepare: async (world) => ({ ...(await reads((id) => `/v2/orders/${id}/products`)(world)), ...ALL }),
		wrong: { path: `/v2/orders/${NOBODY}/products` },
		refusal: new RegExp(`^BigCommerce knows no /v2/orders/${NOBODY}/products in this store$`),
		gives: ({ path }) => ({ order_id: Number(/\d+(?=\/products$)/.exec(String(path))?.[0]) }),
		names: NAMES,
		scopes: [{ name: 'Orders', access: 'read-only' }],
	},
	send: {
		prepare: async (_world, nth) => await Promise.resolve({ method: 'POST', path: GROUPS, body: group(nth) }),
		wrong: { path: '//example.com/v2/customer_groups' },
		refusal: /^Path must be one below the store/,
		gives: ({ method, body }) => (method === 'DELETE' ? { success: true } : JSON.parse(String(body))),
		names: NAMES,
		scopes: [{ name: 'Customers', access: 'modify' }],
		keyless: true,
		others: {
			PUT: async (world) => ({ method: 'PUT', path: await standing(world), body: group('of the house') }),
			'DELETE of what its body names': async (world) => {
				const made = {
					resource: 'customerMetafield',
					operation: 'create',
					...(await withCustomer(world, 1)),
				};
				const { id } = await world.must(NODE, { ...made, namespace: 'a', key: 'b', value: 'c' });
				return { method: 'DELETE', path: '/v3/customers/metafields', body: `[${String(id)}]` };
			},
			DELETE: async (world) => ({ method: 'DELETE', path: await standing(world) }),
		},
	},
};
