import pickBy from 'lodash/pickBy';
import type { Operation } from '../../../shared/operation';
import { flag, object } from '../../../shared/shape';
import { changeOrder } from '../../records/changeOrder';
import { orderOf, orders, type Order } from '../../records/order';
import type { StoreClient } from '../../transport/StoreClient';
import { onlyOne } from '../crud/onlyOne';
import { ordersCalled } from './listedOrders';
import { makeOrder } from './makeOrder';
import { NEW_ORDER_SCOPES, newOrderFields, readItem } from './orderItem';

/** What an order keeps that is there: said again, lines would come in addition, and each of them without its discounts (BigCommerce reference 3.4). */
const KEPT = ['billing_address', 'shipping_addresses', 'products', 'consignments', 'external_order_id'];

const KEY = 'External Order ID';

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
	fields: newOrderFields,
	async execute(run, client) {
		const wanted = readItem(run);
		const key = String(wanted.values.external_order_id ?? '').trim();
		if (!key) {
			throw run.refuse({
				what: `${KEY} is missing: by it is decided whether the order exists`,
				next: `Add the ${KEY} under Additional Fields, or use Create.`,
			});
		}
		const change = async ({ id }: Order) => {
			const values = pickBy(wanted.values, (_value, name) => !KEPT.includes(name));
			const { id: workflowId } = run.functions.getWorkflow();
			return await changeOrder(client, Number(id), { values, workflowId });
		};
		const found = await ordersCalled(client, key);
		const only = onlyOne(run, found, { words: 'orders', called: KEY, by: 'its number' });
		if (only) return { created: false, ...(await change(only)) };
		const { made, repeated } = await makeOrder(run, client, wanted, key);
		return repeated ? { created: false, ...(await change(orderOf(made))) } : { created: true, ...made };
	},
};
