import { ALL, type Cases } from '../../support/operationCase';
import { NO_SUCH_ORDER, ordered, withFirst } from './orderPart';
import { idIn } from './support';

export const cases: Cases = {
	get: {
		prepare: async (world) => await withFirst(world, 'orderProduct', 'orderProductId'),
		...NO_SUCH_ORDER,
		gives: (entered) => ({ id: idIn(entered.orderProductId), sku: 'MUG-GRY' }),
	},
	getAll: {
		prepare: async (world) => ({ ...(await ordered(world)), ...ALL }),
		...NO_SUCH_ORDER,
		gives: (entered) => ({ order_id: idIn(entered.orderId), sku: 'MUG-GRY', quantity: 2 }),
	},
};
