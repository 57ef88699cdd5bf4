import { pointerOf } from '../json';
import { answer, schema } from './specDeviation';
import type { SpecDeviation } from './specDeviation';

const ORDERS_V2 = 'reference/orders.v2.oas2.yml';

const SORTABLE = [
	'id',
	'customer_id',
	'date_created',
	'date_modified',
	'status_id',
	'channel_id',
	'external_id',
];

const WRITABLE_AMOUNTS = [
	...['base_handling_cost', 'base_shipping_cost', 'base_wrapping_cost', 'discount_amount'],
	...['handling_cost_ex_tax', 'handling_cost_inc_tax', 'shipping_cost_ex_tax', 'shipping_cost_inc_tax'],
	...['subtotal_ex_tax', 'subtotal_inc_tax', 'total_ex_tax', 'total_inc_tax'],
	...['wrapping_cost_ex_tax', 'wrapping_cost_inc_tax'],
];

const ORDERS_V3 = 'reference/orders.v3.yml';

/** One refund, as it is read by its id. */
const READ_REFUND = ['RefundID_Get', 'properties', 'data', 'properties'];

/** V2 orders, and their payments in V3. */
export const orderDeviations: SpecDeviation[] = [
	{
		file: ORDERS_V3,
		pointers: [schema('ItemsRefund')],
		set: {
			oneOf: undefined,
			anyOf: ['QuantityBoundItem', 'AmountBoundItem', 'TaxExemptItem', 'FeeItem'].map((name) => ({
				$ref: `#/components/schemas/${name}`,
			})),
		},
		reason: 'an amount of the whole order, or of a fee, is two of the four at once, so that none may be sent',
		source: '4.3',
	},
	{
		file: ORDERS_V2,
		pointers: [pointerOf('components', 'parameters', 'sort', 'schema')],
		set: { enum: SORTABLE.flatMap((field) => [field, `${field}:asc`, `${field}:desc`]) },
		reason: 'the text of the parameter asks for :asc or :desc, its enum has only the bare fields',
		source: '3.2',
	},
	{
		file: ORDERS_V2,
		pointers: WRITABLE_AMOUNTS.map((field) => schema('order_Put', 'allOf', '0', 'properties', field)),
		set: { type: undefined, oneOf: [{ type: 'string' }, { type: 'number' }] },
		reason: 'the text of each field says float, float as string, or integer; its type only string',
		source: '2.4',
	},
	{
		file: ORDERS_V2,
		pointers: [schema('order_Put', 'allOf', '0', 'properties')],
		set: { is_deleted: { type: 'boolean' } },
		reason: 'the field archives an order and is settable with PUT; the schema of PUT leaves it out',
		source: '3.3, 3.4',
	},
	{
		file: ORDERS_V2,
		pointers: [schema('order_RespOnly', 'properties')],
		set: {
			custom_status: { type: 'string' },
			credit_card_type: { type: 'string', nullable: true },
		},
		reason: 'every example of the file has the two fields, the schema has neither',
		source: '3.3',
	},
	{
		file: ORDERS_V2,
		pointers: [schema('orderStatus_Base', 'properties')],
		set: { order: { type: 'integer' } },
		reason: 'every example of the file has the display order, the schema leaves it out',
		source: '3.5',
	},
	{
		file: ORDERS_V2,
		pointers: [answer('/orders/{order_id}/fees', 'get')],
		set: {
			schema: {
				type: 'object',
				properties: { fees: { type: 'array', items: { $ref: '#/components/schemas/orderFees_Resp' } } },
			},
		},
		reason: 'the schema is that of one fee; the example beside it is { fees: [ … ] }',
		source: '3.1',
	},
	{
		file: ORDERS_V3,
		pointers: [schema(...READ_REFUND, 'items', 'items', 'properties')],
		set: { adjustments: { $ref: '#/components/schemas/RefundItem/properties/adjustments' } },
		reason: 'a refund has them when it is made and listed; the schema of reading one leaves them out',
		source: '4.4',
	},
	{
		file: ORDERS_V3,
		pointers: [schema(...READ_REFUND, 'payments', 'items', 'properties')],
		set: { transaction_id: { type: 'string' } },
		reason: 'a refund has it when it is made and listed; the schema of reading one leaves it out',
		source: '4.4',
	},
];
