import type { Operation } from '../../../shared/operation';
import { flag, object, whole } from '../../../shared/shape';
import type { StoreClient } from '../../transport/StoreClient';
import { orderLocator } from '../order/orderFields';
import { metafieldLocator, metafieldOf, ofOrder } from './metafieldFields';
import { ORDER_SCOPE } from '../../transport/orders';

export const remove: Operation<StoreClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Remove one metafield of an order',
		action: 'Delete an order metafield',
	},
	effect: 'change',
	scopes: [{ name: ORDER_SCOPE, access: 'modify' }],
	output: object({ id: whole, deleted: flag }),
	fields: [orderLocator, metafieldLocator],
	async execute(run, client) {
		const id = metafieldOf(run);
		if (await ofOrder(run, client).remove(id)) return { id, deleted: true };
		throw run.refuse({
			what: `Order ${run.id('orderId', 'Order')} has no metafield ${id}`,
			next: 'It may have been deleted already. Use Get Many to see which metafields there are.',
		});
	},
};
