import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, MANY, NO_LIMIT, NOBODY, type Cases } from '../../support/operationCase';
import { withCustomer } from './customer';
import { idIn, NODE } from './support';

/** A customer, and the attribute of the sandbox's store that is called so. */
const owner = async (world: World, nth: number): Promise<INodeParameters> => ({
	...(await withCustomer(world, nth)),
	customerAttributeId: { __rl: true, mode: 'name', value: 'Credit terms' },
});

const withValue = async (world: World, nth: number): Promise<INodeParameters> => {
	const owned = await owner(world, nth);
	const set = { resource: 'customerAttributeValue', operation: 'upsert', ...owned, value: 'net 30' };
	await world.must(NODE, set);
	return owned;
};

const NO_VALUE = {
	wrong: { customerId: byId(NOBODY) },
	refusal: /^Customer \d+ has no value for attribute \d+$/,
};

const ofCustomer = (more: object) => (entered: INodeParameters) => ({
	customer_id: idIn(entered.customerId),
	...more,
});

export const cases: Cases = {
	delete: { prepare: withValue, ...NO_VALUE, gives: () => ({ deleted: true }) },
	get: { prepare: withValue, ...NO_VALUE, gives: ofCustomer({ attribute_value: 'net 30' }) },
	getAll: {
		prepare: async (world, nth) => {
			const { customerId } = await withValue(world, nth);
			return { ...ALL, filters: { customerIds: String(idIn(customerId)) } };
		},
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ attribute_value: 'net 30' }),
	},
	upsert: {
		prepare: async (world, nth) => ({ ...(await owner(world, nth)), value: `net ${nth}0` }),
		wrong: { customerId: byId(NOBODY) },
		refusal: /^BigCommerce found the values for attribute \d+ of customer \d+ missing or not valid$/,
		gives: (entered) => ofCustomer({ attribute_value: entered.value })(entered),
	},
};
