import { z } from 'zod';

import type { SandboxContext } from '../../core/context';
import type { StateFile } from '../../core/stateFile';
import { wholeSeconds } from '../format';
import type { Deliveries } from '../hooks/deliveries';
import type { OrderBook } from '../orders/book';
import { bodyOf } from '../request';
import { nextId } from '../state';
import type { BigCommerceState } from '../state';
import type { StoredMessage } from './types';

/** What a shopper or a member of staff writes in their own pages. */
const written = z.object({
	subject: z.string().default(''),
	message: z.string().min(1),
	from: z.enum(['shopper', 'staff']).default('shopper'),
});

/** What shoppers and staff write about an order: no call of the vendor makes one (BigCommerce reference 3.8). */
export class MessageBook {
	constructor(
		private readonly state: StateFile<BigCommerceState>,
		private readonly context: SandboxContext,
		private readonly deliveries: Deliveries,
		private readonly orders: OrderBook,
	) {}

	/** Of one order, the oldest first. @throws ApiError 404 */
	list(orderId: number): StoredMessage[] {
		this.orders.get(orderId);
		return Object.values(this.state.data.messages).filter(({ order_id: id }) => id === orderId);
	}

	/** The same, with the time at which the order was created. @throws ApiError 404 */
	listed(orderId: number): Array<StoredMessage & { orderedAt: number }> {
		const { createdAt: orderedAt } = this.orders.get(orderId);
		return this.list(orderId).map((message) => ({ ...message, orderedAt }));
	}

	/** @throws ApiError 404, 422 */
	write(orderId: number, body: unknown): StoredMessage {
		const { customer_id: customerId } = this.orders.get(orderId).fields;
		const { subject, message, from } = bodyOf(written, body);
		const isStaff = from === 'staff';
		const kept: StoredMessage = {
			id: nextId(this.state.data, 'message'),
			order_id: orderId,
			staff_id: isStaff ? 1 : 0,
			customer_id: customerId,
			type: isStaff ? 'admin' : 'customer',
			subject,
			message,
			status: 'unread',
			is_flagged: false,
			createdAt: wholeSeconds(this.context.clock.now()),
		};
		this.state.data.messages[kept.id] = kept;
		this.state.save();
		const about = { type: 'order', id: orderId, message: { order_message_id: kept.id } };
		this.deliveries.fire('store/order/message/created', about, orderId);
		return kept;
	}
}
