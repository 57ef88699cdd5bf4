import pick from 'lodash/pick';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { object } from '../../../shared/shape';
import { simplified } from '../../../shared/simplified';
import { ORDER_PROPERTIES } from '../../records/order';

/** Choosing one order: from the list, by number, or by its address in the control panel. */
export const orderLocator: INodeProperties = {
	displayName: 'Order',
	name: 'orderId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The order to work on',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select an order...',
			typeOptions: { searchListMethod: 'searchOrders', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 4711' },
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: 'e.g. https://store-abc123.mybigcommerce.com/manage/orders/4711',
			extractValue: { type: 'regex', regex: '/manage/orders/(\\d+)' },
		},
	],
};

/** At most ten fields, those that people decide by. */
const SIMPLE = [
	'id',
	'status_id',
	'status',
	'payment_status',
	'total_inc_tax',
	'currency_code',
	'customer_id',
	'items_total',
	'date_created',
	'date_modified',
];

export const SIMPLE_ORDER = object(pick(ORDER_PROPERTIES, SIMPLE));

export const simplifyOrder = (order: IDataObject): IDataObject => simplified(order, SIMPLE);
