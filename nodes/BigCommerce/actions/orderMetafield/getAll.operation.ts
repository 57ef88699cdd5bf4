import type { Operation } from '../../../shared/operation';
import { listing } from '../../../shared/record/listing';
import { metafields } from '../../records/metafield';
import { ORDER_SCOPE } from '../../transport/orders';
import type { StoreClient } from '../../transport/StoreClient';
import { orderLocator } from '../order/orderFields';
import { ofOrder } from './metafieldFields';

const { fields, output, read } = listing(metafields);

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of the metafields of an order',
		action: 'Get many order metafields',
	},
	effect: 'read',
	scopes: [{ name: ORDER_SCOPE, access: 'read-only' }],
	output,
	fields: [orderLocator, ...fields],
	async execute(run, client) {
		const { filters, limit } = read(run);
		return await ofOrder(run, client).list(filters, limit);
	},
};
