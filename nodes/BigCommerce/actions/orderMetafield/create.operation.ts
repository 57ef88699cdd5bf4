import type { Operation } from '../../../shared/operation';
import type { StoreClient } from '../../transport/StoreClient';
import { orderLocator } from '../order/orderFields';
import { METAFIELD, contentFields, ofOrder, readContent } from './metafieldFields';
import { ORDER_SCOPE } from '../../transport/orders';

export const create: Operation<StoreClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Add a metafield; one with the same namespace and key is refused',
		action: 'Create an order metafield',
	},
	effect: 'change',
	scopes: [{ name: ORDER_SCOPE, access: 'modify' }],
	output: METAFIELD,
	fields: [orderLocator, ...contentFields],
	async execute(run, client) {
		return await ofOrder(run, client).create(readContent(run));
	},
};
