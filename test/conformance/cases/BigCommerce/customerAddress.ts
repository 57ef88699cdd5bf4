import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, MANY, mapped, NO_LIMIT, NOBODY, type Cases } from '../../support/operationCase';
import { withCustomer } from './customer';
import { idIn, NODE } from './support';

const entered = (nth: number) =>
	mapped({
		first_name: 'Nora',
		last_name: 'New',
		address1: `${nth} Side Street`,
		city: 'Austin',
		country_code: 'US',
		state_or_province: 'Texas',
		postal_code: '78701',
		address_type: 'commercial',
	});

const withAddress = async (world: World, nth: number): Promise<INodeParameters> => {
	const made = { resource: 'customerAddress', operation: 'create', ...entered(nth) };
	const { id } = await world.must(NODE, { ...made, ...(await withCustomer(world, nth)) });
	return { customerAddressId: byId(Number(id)) };
};

const NO_SUCH = {
	wrong: { customerAddressId: byId(NOBODY) },
	refusal: /^BigCommerce knows no customer address \d+ in this store$/,
};

const same = (given: INodeParameters) => ({ id: idIn(given.customerAddressId) });

export const cases: Cases = {
	create: {
		prepare: async (world, nth) => ({ ...(await withCustomer(world, nth)), ...entered(nth) }),
		wrong: { customerId: byId(NOBODY) },
		refusal: /^BigCommerce found the values for the new customer address missing or not valid$/,
		beyond: {
			says: /must have required property '(state_or_province|postal_code)'/,
			source: 'BigCommerce reference 6.2: needed only where the country has them',
		},
		gives: ({ customerId }) => ({
			customer_id: idIn(customerId),
			address1: expect.stringMatching(/Side Street$/),
			postal_code: '78701',
		}),
	},
	delete: { prepare: withAddress, ...NO_SUCH, gives: (given) => ({ ...same(given), deleted: true }) },
	get: {
		prepare: async (world, nth) => ({
			...(await withAddress(world, nth)),
			simplify: false,
			include: ['formfields'],
		}),
		...NO_SUCH,
		gives: same,
	},
	getAll: {
		prepare: async (world, nth) => {
			const { customerAddressId } = await withAddress(world, nth);
			return { ...ALL, filters: { ids: String(idIn(customerAddressId)) } };
		},
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ city: 'Austin' }),
	},
	update: {
		prepare: async (world, nth) => ({
			...(await withAddress(world, nth)),
			...mapped({ city: `Dallas ${nth}` }),
		}),
		wrong: { customerAddressId: byId(NOBODY) },
		refusal: /^BigCommerce found the values for customer address \d+ missing or not valid$/,
		gives: same,
	},
};
