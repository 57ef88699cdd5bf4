import type { Operation } from '../../../shared/operation';
import type { StoreClient } from '../../transport/StoreClient';
import { orderLocator } from '../order/orderFields';
import { metafieldId, ofOrder } from './metafieldFields';
import { REMOVED } from '../../records/metafield';
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
	output: REMOVED,
	fields: [orderLocator, metafieldId],
	async execute(run, client) {
		const id = run.id('metafieldId', 'Metafield ID');
		if (await ofOrder(run, client).remove(id)) return { id, deleted: true };
		throw run.refuse({
			what: `Order ${run.id('orderId', 'Order')} has no metafield ${id}`,
			next: 'It may have been deleted already. Use Get Many to see which metafields there are.',
		});
	},
};
