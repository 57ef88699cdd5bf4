import type { Operation } from '../../../shared/operation';
import { fieldsIn } from '../../../shared/record/given';
import { flag, object, whole } from '../../../shared/shape';
import { removed } from '../../transport/dialect';
import { ORDER_SCOPE, orderSubject, readOrder } from '../../transport/orders';
import type { StoreClient } from '../../transport/StoreClient';
import { orderLocator } from './orderFields';

export const archive: Operation<StoreClient> = {
	option: {
		name: 'Archive',
		value: 'archive',
		description: 'Take an order out of the lists; it can still be read by its ID',
		action: 'Archive an order',
	},
	effect: 'change',
	scopes: [{ name: ORDER_SCOPE, access: 'modify' }],
	output: object({ id: whole, archived: flag }),
	fields: [orderLocator],
	async execute(run, client) {
		const id = run.id('orderId', 'Order');
		const { is_deleted: isArchived } = fieldsIn({ is_deleted: flag }, await readOrder(client, id));
		if (isArchived !== true) {
			// A DELETE of one order archives it (BigCommerce reference 3.1).
			await client.request({
				method: 'DELETE',
				path: `/v2/orders/${id}`,
				subject: orderSubject(id),
				gives: removed,
				done: `order ${id} was archived`,
			});
		}
		return { id, archived: true };
	},
};
