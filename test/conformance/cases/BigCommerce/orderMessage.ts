import { ALL, type Cases } from '../../support/operationCase';
import { NO_SUCH_ORDER, ordered } from './orderPart';
import { idIn, valueIn } from './support';

export const cases: Cases = {
	getAll: {
		prepare: async (world) => {
			const order = await ordered(world);
			const path = `/bigcommerce/orders/${valueIn(order.orderId)}/messages`;
			await world.control().post(path, { message: 'One mug has a crack.' });
			return { ...order, ...ALL };
		},
		...NO_SUCH_ORDER,
		gives: (entered) => ({
			order_id: idIn(entered.orderId),
			staff_id: 0,
			message: 'One mug has a crack.',
			status: 'unread',
		}),
	},
};
