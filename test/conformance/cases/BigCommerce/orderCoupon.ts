import { ALL, byId, type Cases } from '../../support/operationCase';
import { NO_SUCH_ORDER } from './orderPart';
import { idIn } from './support';

export const cases: Cases = {
	getAll: {
		prepare: async (world) => ({
			orderId: byId(await world.placeOrder('harmless', { coupon_discount: '4.9000' })),
			...ALL,
		}),
		...NO_SUCH_ORDER,
		gives: (entered) => ({ order_id: idIn(entered.orderId), code: 'WELCOME', discount: 4.9 }),
	},
};
