import type { INodePropertyOptions } from 'n8n-workflow';
import { simplify } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import type { StoreClient } from '../../transport/StoreClient';
import { ORDER_SCOPE, readOrder } from '../../transport/orders';
import { ORDER, orderLocator, simplifyOrder } from './orderFields';

const INCLUDES: INodePropertyOptions[] = [
	{ name: 'Consignment Line Items', value: 'consignments.line_items' },
	{ name: 'Consignments', value: 'consignments' },
	{ name: 'Coupons', value: 'coupons', description: 'Costs one more request' },
	{ name: 'Fees', value: 'fees' },
	{ name: 'Products', value: 'products', description: 'Costs one more request' },
	{ name: 'Shipping Addresses', value: 'shipping_addresses', description: 'Costs one more request' },
];

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve one order',
		action: 'Get an order',
	},
	effect: 'read',
	scopes: [{ name: ORDER_SCOPE, access: 'read-only' }],
	output: ORDER,
	fields: [
		orderLocator,
		{ ...simplify, default: false },
		{
			displayName: 'Include',
			name: 'include',
			type: 'multiOptions',
			displayOptions: { show: { simplify: [false] } },
			options: INCLUDES,
			default: [],
			description: 'Details to put into the order in place of the links to them',
		},
	],
	async execute(run, client) {
		const id = run.id('orderId', 'Order');
		if (run.flag('simplify')) return simplifyOrder(await readOrder(client, id));
		return await readOrder(
			client,
			id,
			run.list(
				'include',
				INCLUDES.map(({ value }) => String(value)),
			),
		);
	},
};
