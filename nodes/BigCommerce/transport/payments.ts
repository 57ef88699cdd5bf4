import type { IDataObject } from 'n8n-workflow';
import { givesIf, isNamed, type Gives } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';
import type { Reply } from '../../shared/send';
import { v3List } from './dialect';
import { orderSubject } from './orders';
import type { StoreClient, StoreRequest } from './StoreClient';

/** What is given back, and how: a line of the order, or an amount (BigCommerce reference 4.3). */
export interface RefundItem extends IDataObject {
	item_type: string;
	item_id: number;
	/** Of lines. */
	quantity?: number;
	/** Of everything else. */
	amount?: number;
	reason?: string;
}

const actions = (orderId: number): string => `/v3/orders/${orderId}/payment_actions`;

const REFUNDS = '/v3/orders/payment_actions/refunds';

/** What belongs to the order that was asked for. */
const ofOrder = (orderId: number, holds: (data: IDataObject) => boolean): Gives =>
	givesIf(({ body }) => {
		const data = isRecord(body) ? body.data : undefined;
		return isRecord(data) && isNamed(data, 'order_id', orderId) && holds(data);
	});

const isWholeRefund = (refund: IDataObject): boolean =>
	isNamed(refund, 'id') && Array.isArray(refund.payments) && Array.isArray(refund.items);

const isQuote = ({ total_refund_amount: total, refund_methods: methods }: IDataObject): boolean =>
	typeof total === 'number' && Array.isArray(methods);

/** The record in a good answer of V3. */
export function dataOf({ body }: Reply): IDataObject {
	const data = isRecord(body) ? body.data : undefined;
	return isRecord(data) ? data : {};
}

/** Asks what lines or an amount are worth, and how they can be given back; it stores nothing (reference 4.3). */
export const quoteRequest = (orderId: number, items: readonly RefundItem[]): StoreRequest => ({
	method: 'POST',
	path: `${actions(orderId)}/refund_quotes`,
	body: { items: [...items] },
	subject: { ...orderSubject(orderId), name: `the refund quote of order ${orderId}` },
	gives: ofOrder(orderId, isQuote),
	reads: true,
});

/** Gives money back (reference 4.4). @param payments one of the ways that a quote shows, as a whole */
export const refundRequest = (
	orderId: number,
	items: readonly RefundItem[],
	payments: readonly IDataObject[],
): StoreRequest => ({
	method: 'POST',
	path: `${actions(orderId)}/refunds`,
	body: { items: [...items], payments: [...payments] },
	subject: { ...orderSubject(orderId), name: `the refund of order ${orderId}` },
	gives: ofOrder(orderId, isWholeRefund),
	done: `a refund of order ${orderId} was made`,
});

const isAccepted: Gives = givesIf(({ body }) => body === '' || body === undefined || isRecord(body));

/** Takes an authorised payment back, or takes its money; the gateway is called afterwards (reference 4.1). */
export const paymentActionRequest = (orderId: number, action: 'capture' | 'void'): StoreRequest => ({
	method: 'POST',
	path: `${actions(orderId)}/${action}`,
	// It has none, but names its type (orders.v3.yml); the request helper leaves an empty one out.
	body: {},
	subject: { ...orderSubject(orderId), name: `the payment of order ${orderId}` },
	gives: isAccepted,
	done: `the ${action} of the payment of order ${orderId} was asked for`,
});

/** The refunds of one order, the oldest first. They come from the list of all, which has pages (reference 4). */
export async function refundsOf(client: StoreClient, orderId: number): Promise<IDataObject[]> {
	const rows = await client.list({
		path: REFUNDS,
		query: { 'order_id:in': String(orderId) },
		subject: { ...orderSubject(orderId), name: `the refunds of order ${orderId}` },
	});
	return rows.filter((row) => isNamed(row, 'order_id', orderId));
}

/** One refund; undefined when there is none. */
export async function findRefund(client: StoreClient, id: number): Promise<IDataObject | undefined> {
	const subject = { ...orderSubject(id), name: `refund ${id}` };
	return await client.find({ path: `${REFUNDS}/${id}`, subject }, id);
}

/** The payments of an order and what became of them, the oldest first. The list has no pages (reference 4.2). */
export async function transactionsOf(client: StoreClient, orderId: number): Promise<IDataObject[]> {
	const { body } = await client.request({
		method: 'GET',
		path: `/v3/orders/${orderId}/transactions`,
		subject: { name: `the transactions of order ${orderId}`, scope: 'Order Transactions' },
		gives: v3List,
	});
	const rows = isRecord(body) ? body.data : [];
	return Array.isArray(rows) ? rows.filter(isRecord) : [];
}
