import type { INodeProperties } from 'n8n-workflow';
import { filtersCollection, returnAllAndLimit } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import type { StoreClient } from '../../transport/StoreClient';
import { orderLocator } from '../order/orderFields';
import { ofOrder } from './metafieldFields';
import { METAFIELD } from '../../records/metafield';
import { ORDER_SCOPE } from '../../transport/orders';

const FILTER_FIELDS: INodeProperties[] = [
	{
		displayName: 'Key',
		name: 'key',
		type: 'string',
		default: '',
		description: 'Only metafields with this key',
	},
	{
		displayName: 'Namespace',
		name: 'namespace',
		type: 'string',
		default: '',
		description: 'Only metafields of this namespace',
	},
];

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of the metafields of an order',
		action: 'Get many order metafields',
	},
	effect: 'read',
	scopes: [{ name: ORDER_SCOPE, access: 'read-only' }],
	output: METAFIELD,
	fields: [orderLocator, ...returnAllAndLimit, filtersCollection(FILTER_FIELDS)],
	async execute(run, client) {
		const limit = run.limit();
		const filters = run.filters('filters', FILTER_FIELDS);
		return await ofOrder(run, client).list(filters, limit);
	},
};
