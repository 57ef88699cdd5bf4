import type { Operation } from '../../../shared/operation';
import type { StoreClient } from '../../transport/StoreClient';
import { orderLocator } from '../order/orderFields';
import {
	METAFIELD,
	contentFields,
	metafieldLocator,
	metafieldOf,
	ofOrder,
	readContent,
} from './metafieldFields';
import { ORDER_SCOPE } from '../../transport/orders';

export const update: Operation<StoreClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Replace a metafield of an order',
		action: 'Update an order metafield',
	},
	effect: 'change',
	scopes: [{ name: ORDER_SCOPE, access: 'modify' }],
	output: METAFIELD,
	fields: [orderLocator, metafieldLocator, ...contentFields],
	async execute(run, client) {
		return await ofOrder(run, client).updateAndShow(metafieldOf(run), readContent(run));
	},
};
