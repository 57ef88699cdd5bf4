import { ALL, type Cases } from '../../support/operationCase';
import { NO_SUCH_ORDER, ordered, withFirst } from './orderPart';
import { idIn } from './support';

/** Of who ordered, with what the catalog says. */
const BUYERS = { addProduct: true, options: { onlyIfEmail: 'Ada.Example@example.com' } };

export const cases: Cases = {
	get: {
		prepare: async (world) => ({ ...(await withFirst(world, 'orderProduct', 'orderProductId')), ...BUYERS }),
		...NO_SUCH_ORDER,
		gives: (entered) => ({ id: idIn(entered.orderProductId), sku: 'MUG-GRY', product: { id: 111 } }),
	},
	getAll: {
		prepare: async (world) => ({ ...(await ordered(world)), ...ALL, ...BUYERS }),
		...NO_SUCH_ORDER,
		gives: (entered) => ({
			order_id: idIn(entered.orderId),
			sku: 'MUG-GRY',
			quantity: 2,
			warranty: expect.any(String),
		}),
	},
};
