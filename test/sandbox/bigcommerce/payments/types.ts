/** Payments of orders as V3 shows them (BigCommerce reference 4). Amounts are kept in cents, so that sums are exact. */

export const QUANTITY_ITEMS = ['PRODUCT', 'GIFT_WRAPPING'] as const;
export const AMOUNT_ITEMS = ['SHIPPING', 'HANDLING', 'FEE', 'TAX', 'ORDER'] as const;

export type RefundItemType = (typeof QUANTITY_ITEMS)[number] | (typeof AMOUNT_ITEMS)[number];

/** One line of what is to be given back. */
export interface RefundItem {
	item_type: RefundItemType;
	item_id: number;
	quantity?: number;
	amount?: number;
	adjustments?: Array<{ amount: number; description?: string }>;
	reason?: string;
}

/** One way in which a part of the money goes back. */
export interface RefundPayment {
	id: number;
	provider_id: string;
	cents: number;
	offline: boolean;
	is_declined: boolean;
	declined_message: string;
	/** undefined until the gateway has answered */
	transaction_id?: string;
}

export interface StoredRefund {
	id: number;
	order_id: number;
	createdAt: number;
	items: RefundItem[];
	totalCents: number;
	taxCents: number;
	isOverridden: boolean;
	payments: RefundPayment[];
	/** the gateway has answered for every payment */
	isSettled: boolean;
}

export type TransactionEvent = 'purchase' | 'authorization' | 'capture' | 'refund' | 'void';

export interface StoredTransaction {
	id: number;
	order_id: number;
	event: TransactionEvent;
	method: string;
	cents: number;
	gateway: string;
	status: 'ok' | 'error';
	/** ISO 4217 */
	currency?: string;
	/** the gateway wants somebody to look at it */
	isFlagged?: boolean;
	createdAt: number;
	/** the transaction that it acts upon */
	reference?: number;
}
