import { ALL, mapped, type Cases } from '../../support/operationCase';
import { NO_SUCH_ORDER, ordered, withFirst } from './orderPart';
import { idIn } from './support';

const LOCATOR = 'orderAddressId';

export const cases: Cases = {
	get: {
		prepare: async (world) => await withFirst(world, 'orderShippingAddress', LOCATOR),
		...NO_SUCH_ORDER,
		gives: (entered) => ({ id: idIn(entered[LOCATOR]), street_1: '1 Main Street', items_total: 2 }),
	},
	getAll: {
		prepare: async (world) => ({ ...(await ordered(world)), ...ALL }),
		...NO_SUCH_ORDER,
		gives: (entered) => ({ order_id: idIn(entered.orderId), city: 'Austin' }),
	},
	update: {
		prepare: async (world) => ({
			...(await withFirst(world, 'orderShippingAddress', LOCATOR)),
			...mapped({ street_1: '2 Side Street' }),
		}),
		...NO_SUCH_ORDER,
		gives: (entered) => ({ id: idIn(entered[LOCATOR]), street_1: '2 Side Street', city: 'Austin' }),
	},
};
