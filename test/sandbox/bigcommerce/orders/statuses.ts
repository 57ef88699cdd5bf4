/** One order status as /v2/order_statuses lists it. */
export interface OrderStatus {
	id: number;
	name: string;
	system_label: string;
	custom_label: string;
	system_description: string;
	/** display order */
	order: number;
}

/** [id, name, display order, description]: BigCommerce reference 3.5. The list is fixed. */
const ROWS: ReadonlyArray<readonly [number, string, number, string]> = [
	[0, 'Incomplete', 0, 'The shopper reached the payment page but did not complete the transaction.'],
	[1, 'Pending', 1, 'The customer started the checkout but did not complete it.'],
	[2, 'Shipped', 8, 'The order has been shipped, but receipt has not been confirmed.'],
	[3, 'Partially Shipped', 6, 'Only some items of the order have been shipped.'],
	[4, 'Refunded', 11, 'The seller has refunded the whole order.'],
	[5, 'Cancelled', 9, 'The seller has cancelled the order.'],
	[6, 'Declined', 10, 'The seller has declined the order.'],
	[7, 'Awaiting Payment', 2, 'The checkout is complete, but payment has yet to be confirmed.'],
	[8, 'Awaiting Pickup', 5, 'The order is packed and awaits collection by the customer.'],
	[9, 'Awaiting Shipment', 4, 'The order is packed and awaits collection by a shipping provider.'],
	[10, 'Completed', 7, 'The order has been delivered or its files have been downloaded.'],
	[11, 'Awaiting Fulfillment', 3, 'The checkout is complete and payment has been confirmed.'],
	[
		12,
		'Manual Verification Required',
		13,
		'The order is on hold while some aspect is confirmed by a person.',
	],
	[13, 'Disputed', 12, 'The customer has disputed the payment.'],
	[14, 'Partially Refunded', 14, 'The seller has refunded part of the order.'],
];

export const ORDER_STATUSES: readonly OrderStatus[] = ROWS.map(([id, name, order, description]) => ({
	id,
	name,
	system_label: name,
	custom_label: name,
	system_description: description,
	order,
}));

/** The label of a status; empty for one that does not exist. */
export const statusLabel = (id: number): string => ORDER_STATUSES[id]?.name ?? '';

export const isStatusId = (id: number): boolean => ORDER_STATUSES[id] !== undefined;
