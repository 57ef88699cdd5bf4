import type { Operation } from '../../../shared/operation';
import type { StoreClient } from '../../transport/StoreClient';
import { orderLocator } from '../order/orderFields';
import { METAFIELD, metafieldLocator, metafieldOf, ofOrder } from './metafieldFields';
import { ORDER_SCOPE } from '../../transport/orders';

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve one metafield of an order',
		action: 'Get an order metafield',
	},
	effect: 'read',
	scopes: [{ name: ORDER_SCOPE, access: 'read-only' }],
	output: METAFIELD,
	fields: [orderLocator, metafieldLocator],
	async execute(run, client) {
		return await ofOrder(run, client).get(metafieldOf(run));
	},
};
