import type { Operation } from '../../../shared/operation';
import { orders } from '../../records/order';
import { includeQuery } from '../../transport/orders';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of orders',
		action: 'Get many orders',
	},
	...getsMany(orders, {
		options: [
			{
				displayName: 'Include',
				name: 'include',
				type: 'multiOptions',
				options: [
					{ name: 'Consignment Line Items', value: 'consignments.line_items' },
					{ name: 'Consignments', value: 'consignments' },
					{ name: 'Fees', value: 'fees' },
				],
				default: [],
				displayOptions: { show: { '/simplify': [false] } },
				description: 'Details to put into each order in place of the links to them',
			},
		],
		query: ({ include }) => includeQuery(Array.isArray(include) ? include.map(String) : []),
	}),
};
