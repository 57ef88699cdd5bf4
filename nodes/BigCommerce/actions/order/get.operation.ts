import type { INodePropertyOptions } from 'n8n-workflow';
import { optionsCollection, simplify } from '../../../shared/fields';
import { keepInput, withInput } from '../../../shared/keepInput';
import type { Operation } from '../../../shared/operation';
import { object } from '../../../shared/shape';
import { isHeldByUs } from '../../links/heldByUs';
import { orders } from '../../records/order';
import { FACT_SCOPES, FACT_VALUES, factsField } from '../../records/facts/factsField';
import { FACT_SHAPES, readFacts } from '../../records/facts/groups';
import { Sources } from '../../records/facts/sources';
import type { StoreClient } from '../../transport/StoreClient';
import { ORDER_SCOPE, readOrder, readOrderOf } from '../../transport/orders';
import { emailAsked, onlyIfEmail } from './onlyIfEmail';
import { orderLocator, simplifyOrder } from './orderFields';

const INCLUDES: INodePropertyOptions[] = [
	{ name: 'Consignment Line Items', value: 'consignments.line_items' },
	{ name: 'Consignments', value: 'consignments' },
	{ name: 'Coupons', value: 'coupons', description: 'Costs one more request' },
	{ name: 'Fees', value: 'fees' },
	{ name: 'Products', value: 'products', description: 'Costs one more request' },
	{ name: 'Shipping Addresses', value: 'shipping_addresses', description: 'Costs one more request' },
];

const INCLUDED = INCLUDES.map(({ value }) => String(value));

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve one order',
		action: 'Get an order',
	},
	effect: 'read',
	scopes: [{ name: ORDER_SCOPE, access: 'read-only' }, ...FACT_SCOPES],
	output: object({ ...orders.properties, facts: object(FACT_SHAPES) }),
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
		factsField,
		optionsCollection([onlyIfEmail]),
		keepInput('order'),
	],
	async execute(run, client) {
		const id = run.id('orderId', 'Order');
		const isSimple = run.flag('simplify');
		const includes = isSimple ? [] : run.list('include', INCLUDED);
		const groups = run.list('facts', FACT_VALUES);
		const email = emailAsked(run);
		const order =
			email === undefined
				? await readOrder(client, id, includes)
				: await readOrderOf(client, id, email, includes);
		const shown = isSimple ? simplifyOrder(order) : order;
		if (!groups.length) return withInput(run, 'order', shown);
		const facts = await readFacts(new Sources(client, order, isHeldByUs), groups);
		return withInput(run, 'order', { ...shown, facts });
	},
};
