import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, MANY, NO_LIMIT, NOBODY, type Cases } from '../../support/operationCase';
import { idIn, NODE } from './support';

const person = (nth: number) => ({
	email: `new-${nth}@example.com`,
	firstName: 'New',
	lastName: `Number ${nth}`,
});

const made = async (world: World, nth: number): Promise<number> => {
	const { id } = await world.must(NODE, { resource: 'customer', operation: 'create', ...person(nth) });
	return Number(id);
};

/** A customer of the store. @param nth tells it from the others */
export const withCustomer = async (world: World, nth: number): Promise<INodeParameters> => ({
	customerId: byId(await made(world, nth)),
});

const NO_SUCH = {
	wrong: { customerId: byId(NOBODY) },
	refusal: /^BigCommerce knows no customer \d+ in this store$/,
};

const NO_ADDRESS = { wrong: { email: '' }, refusal: /^Email is empty$/ };

const same = (entered: INodeParameters) => ({ id: idIn(entered.customerId) });

export const cases: Cases = {
	assignGroup: {
		prepare: async (world, nth) => ({ ...(await withCustomer(world, nth)), customerGroupId: byId(2) }),
		wrong: { customerId: byId(NOBODY) },
		refusal: /^BigCommerce found the values for customer \d+ missing or not valid$/,
		gives: (entered) => ({ ...same(entered), customer_group_id: 2 }),
	},
	create: {
		prepare: async (_world, nth) =>
			await Promise.resolve({ ...person(nth), additionalFields: { company: 'New' } }),
		...NO_ADDRESS,
		gives: ({ email }) => ({ email, company: 'New' }),
	},
	delete: { prepare: withCustomer, ...NO_SUCH, gives: (entered) => ({ ...same(entered), deleted: true }) },
	get: {
		prepare: async (world, nth) => {
			await made(world, nth);
			return { customerId: { __rl: true, mode: 'email', value: person(nth).email } };
		},
		wrong: { customerId: { __rl: true, mode: 'email', value: 'nobody@example.com' } },
		refusal: /^The store has no customer with this email$/,
		gives: () => ({ first_name: 'New' }),
	},
	getAll: {
		prepare: async (world, nth) => ({ ...ALL, filters: { ids: String(await made(world, nth)) } }),
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ first_name: 'New' }),
	},
	update: {
		prepare: async (world, nth) => ({
			...(await withCustomer(world, nth)),
			updateFields: { notes: `held ${nth}` },
		}),
		wrong: { customerId: byId(NOBODY) },
		refusal: /^BigCommerce found the values for customer \d+ missing or not valid$/,
		gives: (entered) => ({ ...same(entered), first_name: 'New' }),
	},
	upsert: {
		prepare: async (world, nth) => {
			await made(world, nth);
			return { ...person(nth), firstName: 'Known' };
		},
		...NO_ADDRESS,
		gives: ({ email }) => ({ email, created: false, first_name: 'Known' }),
	},
};
