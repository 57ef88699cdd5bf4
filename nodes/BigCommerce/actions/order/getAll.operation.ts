import type { IDataObject, INodeProperties } from 'n8n-workflow';
import {
	filtersCollection,
	optionsCollection,
	returnAllAndLimit,
	simplify,
	sortDirection,
} from '../../../shared/fields';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import type { StoreClient } from '../../transport/StoreClient';
import { includeQuery, ORDER_SCOPE } from '../../transport/orders';
import { SIMPLE_ORDER, simplifyOrder } from './orderFields';

/** Every filter of `GET /orders` (BigCommerce reference 3.2), by the name of its field here. */
const FILTERS: Record<string, string> = {
	cartId: 'cart_id',
	channelId: 'channel_id',
	customerId: 'customer_id',
	email: 'email',
	externalOrderId: 'external_order_id',
	maxDateCreated: 'max_date_created',
	maxDateModified: 'max_date_modified',
	maxId: 'max_id',
	maxTotal: 'max_total',
	minDateCreated: 'min_date_created',
	minDateModified: 'min_date_modified',
	minId: 'min_id',
	minTotal: 'min_total',
	paymentMethod: 'payment_method',
	statusId: 'status_id',
};

const FILTER_FIELDS: INodeProperties[] = [
	{
		displayName: 'Cart ID',
		name: 'cartId',
		type: 'string',
		default: '',
		placeholder: 'e.g. d30016e2-23c0-4a90-884f-2e92ac135476',
		description: 'Only the order that this cart became',
	},
	{
		displayName: 'Channel ID',
		name: 'channelId',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 1,
		description: 'Only orders of this channel',
	},
	{
		displayName: 'Created After',
		name: 'minDateCreated',
		type: 'dateTime',
		default: '',
		description: 'Only orders created at this time or later',
	},
	{
		displayName: 'Created Before',
		name: 'maxDateCreated',
		type: 'dateTime',
		default: '',
		description: 'Only orders created at this time or earlier',
	},
	{
		displayName: 'Customer Email',
		name: 'email',
		type: 'string',
		default: '',
		placeholder: 'e.g. nathan@example.com',
		description: 'Only orders placed with this e-mail address',
	},
	{
		displayName: 'Customer ID',
		name: 'customerId',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 0,
		description: 'Only orders of this customer; 0 means orders of guests',
	},
	{
		displayName: 'External Order ID',
		name: 'externalOrderId',
		type: 'string',
		default: '',
		description: 'Only the order with this ID of another system',
	},
	{
		displayName: 'Max ID',
		name: 'maxId',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 1,
		description: 'Only orders with this ID or a lower one',
	},
	{
		displayName: 'Max Total',
		name: 'maxTotal',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 0,
		description: 'Only orders with this total or less',
	},
	{
		displayName: 'Min ID',
		name: 'minId',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 1,
		description: 'Only orders with this ID or a higher one',
	},
	{
		displayName: 'Min Total',
		name: 'minTotal',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 0,
		description: 'Only orders with this total or more',
	},
	{
		displayName: 'Modified After',
		name: 'minDateModified',
		type: 'dateTime',
		default: '',
		description: 'Only orders changed at this time or later',
	},
	{
		displayName: 'Modified Before',
		name: 'maxDateModified',
		type: 'dateTime',
		default: '',
		description: 'Only orders changed at this time or earlier',
	},
	{
		displayName: 'Payment Method',
		name: 'paymentMethod',
		type: 'string',
		default: '',
		placeholder: 'e.g. Credit Card',
		description: 'Only orders paid this way; the name as the shopper sees it',
	},
	{
		displayName: 'Status Name or ID',
		name: 'statusId',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getOrderStatuses' },
		default: '',
		description:
			'Only orders in this status. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
];

const OPTION_FIELDS: INodeProperties[] = [
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
		description: 'Details to put into each order in place of the links to them',
	},
	{
		displayName: 'Sort By',
		name: 'sort',
		type: 'options',
		options: [
			{ name: 'Channel ID', value: 'channel_id' },
			{ name: 'Customer ID', value: 'customer_id' },
			{ name: 'Date Created', value: 'date_created' },
			{ name: 'Date Modified', value: 'date_modified' },
			{ name: 'External ID', value: 'external_id' },
			{ name: 'ID', value: 'id' },
			{ name: 'Status ID', value: 'status_id' },
		],
		default: 'id',
		description: 'Field to sort the orders by',
	},
	sortDirection('direction'),
];

function listQuery(run: ItemRun): IDataObject {
	const { include, sort, direction } = run.fields('options', OPTION_FIELDS);
	const query: IDataObject = includeQuery(Array.isArray(include) ? include.map(String) : []);
	if (sort || direction) query.sort = `${String(sort ?? 'id')}:${String(direction ?? 'asc')}`;
	for (const [field, value] of Object.entries(run.filters('filters', FILTER_FIELDS))) {
		query[FILTERS[field]] =
			field === 'statusId' ? run.values.number(value, 'Status', { least: 0, whole: true }) : value;
	}
	return query;
}

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of orders',
		action: 'Get many orders',
	},
	effect: 'read',
	scopes: [{ name: ORDER_SCOPE, access: 'read-only' }],
	output: SIMPLE_ORDER,
	fields: [
		...returnAllAndLimit,
		simplify,
		filtersCollection(FILTER_FIELDS),
		optionsCollection(OPTION_FIELDS),
	],
	async execute(run, client) {
		const limit = run.limit();
		const orders = await client.list(
			{
				path: '/v2/orders',
				query: listQuery(run),
				subject: { name: 'the list of orders', scope: ORDER_SCOPE },
			},
			limit,
		);
		return run.flag('simplify') ? orders.map(simplifyOrder) : orders;
	},
};
