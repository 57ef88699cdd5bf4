import { ALL, byId, NOBODY, type Cases } from '../../support/operationCase';
import { NO_ORDER, valueIn } from './support';

export const cases: Cases = {
	getAll: {
		prepare: async (world) => ({ orderId: byId(await world.placeOrder()), ...ALL }),
		wrong: { orderId: byId(NOBODY) },
		refusal: NO_ORDER,
		gives: (entered) => ({
			order_id: valueIn(entered.orderId),
			event: 'purchase',
			amount: '61.56',
			status: 'ok',
		}),
	},
};
