import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { ORDER_SCOPE } from '../transport/orders';
import { StoreClient } from '../transport/StoreClient';

/** The store's order statuses, with the merchant's own labels; work is always done with their ids (BigCommerce reference 3.5). */
export async function getOrderStatuses(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const { body } = await new StoreClient(this).send({
		method: 'GET',
		path: '/v2/order_statuses',
		subject: { name: 'the list of order statuses', scope: ORDER_SCOPE },
	});
	const statuses = Array.isArray(body) ? body : [];
	return statuses.map((status) => ({
		name: String(status.custom_label || status.name),
		value: Number(status.id),
		description: status.custom_label && status.custom_label !== status.name ? String(status.name) : undefined,
	}));
}
