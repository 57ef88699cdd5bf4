import type { Operation } from '../../../shared/operation';
import { fieldsIn } from '../../../shared/record/given';
import { goodReply } from '../../../shared/send';
import { flag, object, whole } from '../../../shared/shape';
import { removed } from '../../transport/dialect';
import { ORDER_SCOPE, orderSubject, readOrder } from '../../transport/orders';
import type { StoreClient, StoreRequest } from '../../transport/StoreClient';
import { orderLocator } from './orderFields';

const NOT_OFFERED = 405;

/** A DELETE of one order archives it; a store with automatic tax refuses it (BigCommerce reference 3.1), and takes `is_deleted` of a PUT, which does the same (orders.v2, `is_deleted`). */
async function archiveOne(client: StoreClient, id: number): Promise<void> {
	const aim = { path: `/v2/orders/${id}`, subject: orderSubject(id), done: `order ${id} was archived` };
	const request: StoreRequest = { ...aim, method: 'DELETE', gives: removed };
	const { last } = await client.tryRequest(request);
	if (goodReply(last)) return;
	if (last.status !== NOT_OFFERED) throw client.refusal(last, request);
	await client.write({ ...aim, method: 'PUT', body: { is_deleted: true } }, id);
}

export const archive: Operation<StoreClient> = {
	option: {
		name: 'Archive',
		value: 'archive',
		description: 'Take an order out of the lists; it can still be read by its ID',
		action: 'Archive an order',
	},
	effect: 'change',
	scopes: [{ name: ORDER_SCOPE, access: 'modify' }],
	output: object({ id: whole, archived: flag }),
	fields: [orderLocator],
	async execute(run, client) {
		const id = run.id('orderId', 'Order');
		const { is_deleted: isArchived } = fieldsIn({ is_deleted: flag }, await readOrder(client, id));
		if (isArchived !== true) await archiveOne(client, id);
		return { id, archived: true };
	},
};
