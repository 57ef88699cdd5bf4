import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, type Cases } from '../../support/operationCase';
import { NO_SUCH_ORDER, ordered } from './orderPart';
import { NODE } from './support';

const FEE = {
	type: 'custom_fee',
	display_name_customer: 'Insurance',
	display_name_merchant: 'Insurance of the parcel',
	source: 'AA',
	base_cost: 5,
	cost_ex_tax: 5,
	cost_inc_tax: 5.4,
};

const withFee = async (world: World): Promise<INodeParameters> => {
	const order = await ordered(world);
	const fees = { otherFields: JSON.stringify({ fees: [FEE] }) };
	await world.must(NODE, { resource: 'order', operation: 'update', ...order, updateFields: fees });
	return order;
};

export const cases: Cases = {
	getAll: {
		prepare: async (world) => ({ ...(await withFee(world)), ...ALL }),
		...NO_SUCH_ORDER,
		gives: () => ({ display_name_customer: 'Insurance', cost_inc_tax: '5.4000' }),
	},
};
