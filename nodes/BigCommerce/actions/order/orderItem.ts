import pick from 'lodash/pick';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { collectionField } from '../../../shared/fields';
import type { ItemRun } from '../../../shared/itemRun';
import type { Scope } from '../../../shared/operation';
import {
	amount,
	entered,
	inputsOf,
	json,
	loadedChoice,
	text,
	whole,
	type Fields,
} from '../../../shared/record/field';
import { ALSO, CHANGES } from '../../records/order';
import { ORDER_SCOPE } from '../../transport/orders';
import { readLines } from './namedLines';
import type { NewOrder } from './newOrder';
import { orderLocator } from './orderFields';
import { readOrderFields } from './otherFields';

/** What an API account needs for a new order. */
export const NEW_ORDER_SCOPES: Scope[] = [
	{ name: ORDER_SCOPE, access: 'modify' },
	{ name: 'Products', access: 'read-only', when: { source: ['nothing'] } },
];

const SOURCE: INodeProperties = {
	displayName: 'Source',
	name: 'source',
	type: 'options',
	options: [
		{
			name: 'Another Order',
			value: 'order',
			description: 'Takes its customer, addresses, channel and currency',
		},
		{ name: 'Nothing', value: 'nothing', description: 'Everything is entered here' },
	],
	default: 'order',
	description: 'What the new order is made from',
};

const SOURCES = ['order', 'nothing'] as const;

const LINES: INodeProperties = {
	displayName: 'Lines',
	name: 'lines',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	placeholder: 'e.g. MUG-GRY 2',
	description:
		'One row each: the SKU and how many pieces. Of another order also the ID of its line; left empty, all of its lines. An expression may also give a list of objects with sku or ID, and quantity. Create or Update leaves lines, prices and addresses of an order that is there.',
};

const BILLING: INodeProperties = {
	displayName: 'Billing Address',
	name: 'billingAddress',
	type: 'json',
	displayOptions: { show: { source: ['nothing'] } },
	default: '{}',
	required: true,
	placeholder: 'e.g. {"first_name": "Ada", "zip": "78701"}',
	description: "The address by BigCommerce's field names; it must have a zip",
};

/** What can be said of a new order beside its lines (BigCommerce reference 3.4). */
const VALUES = {
	channel_id: whole('Channel ID', 'Where it counts as sold', { least: 1 }),
	customer_id: whole('Customer ID', '0 for a guest', { least: 0 }),
	customer_message: text('Customer Message', 'The shopper can see it'),
	external_order_id: {
		property: {
			...CHANGES.external_order_id.property,
			displayOptions: { show: { '/operation': ['create'] } },
		},
	},
	payment_method: CHANGES.payment_method,
	staff_notes: text('Staff Notes', 'Only staff sees them', { typeOptions: { rows: 2 } }),
	status_id: loadedChoice('Status', 'Pending where none is chosen', 'getOrderStatuses'),
} satisfies Fields;

const FIELDS = {
	...VALUES,
	price: amount(
		'Price of Each Piece',
		"Sent as the price without tax and with tax alike, so that no tax is in it; 0 for a replacement; left out, the store's own price",
		{ least: 0 },
	),
	shipping_address: json('Shipping Address (JSON)', "By BigCommerce's field names", {
		name: 'shippingAddress',
	}),
	others: ALSO.others,
} satisfies Fields;

/** What the item says of a new order. @throws NodeOperationError that names the field, when something is missing or does not fit */
export function readItem(run: ItemRun): NewOrder {
	const source = run.values.choice(run.text(SOURCE.name, 'order'), SOURCE.displayName, SOURCES);
	const isLike = source === 'order';
	const {
		price,
		shipping_address: shipping,
		others,
		...given
	} = entered(run, 'fields', 'additionalFields', FIELDS);
	return {
		...(isLike && { likeId: run.id('orderId', 'Order') }),
		lines: isLike && !run.has(LINES.name) ? [] : readLines(run, LINES),
		price,
		values: {
			...readOrderFields(run.values, others, (advice) => run.refuse(advice)),
			...pick(given, Object.keys(VALUES)),
			...(!isLike && { billing_address: billingOf(run) }),
			...(shipping !== undefined && {
				shipping_addresses: [run.values.json(shipping, FIELDS.shipping_address.property.displayName)],
			}),
		},
	};
}

/** Without a zip the store takes no order (BigCommerce reference 3.4). */
function billingOf(run: ItemRun): IDataObject {
	const address = run.json(BILLING.name, BILLING.displayName);
	if (typeof address.zip === 'string' && address.zip.trim().length > 1) return address;
	throw run.refuse({
		what: `${BILLING.displayName} has no zip`,
		next: 'Enter an object like {"first_name": "Ada", "street_1": "1 Main St", "zip": "78701"}.',
	});
}

/** What is entered of a new order. */
export const newOrderFields: INodeProperties[] = [
	SOURCE,
	{ ...orderLocator, displayOptions: { show: { source: ['order'] } } },
	BILLING,
	LINES,
	collectionField('Additional Fields', 'additionalFields', inputsOf(FIELDS)),
];
