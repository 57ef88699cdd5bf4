import pickBy from 'lodash/pickBy';
import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from '../../../shared/operation';
import { inputOf } from '../../../shared/record/field';
import { flag, object } from '../../../shared/shape';
import { changeOrder } from '../../records/changeOrder';
import { CHANGES, orderOf, orders, type Order } from '../../records/order';
import type { StoreClient } from '../../transport/StoreClient';
import { onlyOne } from '../crud/onlyOne';
import { ordersCalled } from './listedOrders';
import { makeOrder } from './makeOrder';
import { NEW_ORDER_SCOPES, newOrderFields, readItem } from './orderItem';

/** What an order keeps that is there: said again, lines would come in addition, and each of them without its discounts (BigCommerce reference 3.4). */
const KEPT = ['billing_address', 'shipping_addresses', 'products', 'consignments', 'external_order_id'];

const KEY: INodeProperties = {
	...inputOf(['external_order_id', CHANGES.external_order_id]),
	required: true,
	description: 'The ID of this order in another system: by it is decided whether the order exists',
};

export const upsert: Operation<StoreClient> = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		action: 'Create or update an order by external order ID',
	},
	effect: 'change',
	scopes: NEW_ORDER_SCOPES,
	output: object({ created: flag, ...orders.properties }),
	fields: [KEY, ...newOrderFields],
	async execute(run, client) {
		const key = run.requiredText(KEY.name, KEY.displayName).trim();
		const { values: said, ...item } = readItem(run);
		const wanted = { ...item, values: { ...said, external_order_id: key } };
		const change = async ({ id }: Order) => {
			const values = pickBy(wanted.values, (_value, name) => !KEPT.includes(name));
			const { id: workflowId } = run.functions.getWorkflow();
			return await changeOrder(client, Number(id), { values, workflowId });
		};
		const found = await ordersCalled(client, key);
		const only = onlyOne(run, found, { words: 'orders', called: KEY.displayName, by: 'its number' });
		if (only) return { created: false, ...(await change(only)) };
		const { made, repeated } = await makeOrder(run, client, wanted, key);
		return repeated ? { created: false, ...(await change(orderOf(made))) } : { created: true, ...made };
	},
};
