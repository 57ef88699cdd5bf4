import pickBy from 'lodash/pickBy';
import type { Operation } from '../../../shared/operation';
import { flag, object } from '../../../shared/shape';
import { changeOrder } from '../../records/changeOrder';
import { orderOf, orders, type Order } from '../../records/order';
import { ORDER_SCOPE } from '../../transport/orders';
import { ORDER_OWNER } from '../../transport/owners';
import type { StoreClient } from '../../transport/StoreClient';
import { onceOnly } from '../onceOnly';
import { OrderJob } from './orderJob';
import { NEW_ORDER_SCOPES, newOrderFields, readItem } from './orderItem';

/** What an order keeps that is there: said again, lines would come in addition, and each of them without its discounts (BigCommerce reference 3.4). */
const KEPT = ['billing_address', 'shipping_addresses', 'products', 'consignments', 'external_order_id'];

const KEY = 'External Order ID';

/** The orders that another system calls so, letter by letter; the list may find more than was asked for. */
async function calledSo(client: StoreClient, key: string): Promise<Order[]> {
	const subject = { name: 'the list of orders', scope: ORDER_SCOPE };
	const rows = await client.list({ path: orders.path, query: { external_order_id: key }, subject });
	return rows.map(orderOf).filter(({ external_order_id: external }) => external === key);
}

export const upsert: Operation<StoreClient> = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		action: 'Create or update an order',
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
		const [only, ...others] = await calledSo(client, key);
		if (others.length) {
			throw run.refuse({
				what: `Several orders have this ${KEY}`,
				next: 'Use Update, and choose the one by its number.',
			});
		}
		if (only) {
			const { id: workflowId } = run.functions.getWorkflow();
			const values = pickBy(wanted.values, (_value, name) => !KEPT.includes(name));
			const changed = await changeOrder(client, Number(only.id), { values, workflowId });
			return { created: false, ...changed };
		}
		const job = new OrderJob(run, client, wanted, key);
		const { made } = await onceOnly(run, client, job, {
			owner: { type: ORDER_OWNER, id: String(wanted.likeId ?? '') },
			thing: 'order',
		});
		return { created: true, ...made };
	},
};
