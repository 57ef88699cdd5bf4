import { ALL, type Cases } from '../../support/operationCase';
import { NO_SUCH_ORDER, ordered } from './orderPart';
import { idIn } from './support';

export const cases: Cases = {
	getAll: {
		prepare: async (world) => ({ ...(await ordered(world)), ...ALL }),
		...NO_SUCH_ORDER,
		gives: (entered) => ({
			order_id: idIn(entered.orderId),
			line_item_type: 'item',
			line_amount: '3.9200',
			rate: '8.0000',
		}),
	},
};
