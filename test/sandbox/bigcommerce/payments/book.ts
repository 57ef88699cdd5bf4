import { z } from 'zod';

import type { SandboxContext } from '../../core/context';
import type { StateFile } from '../../core/stateFile';
import { ApiError, notFound } from '../errors';
import { wholeSeconds } from '../format';
import type { Deliveries } from '../hooks/deliveries';
import type { OrderBook } from '../orders/book';
import type { PaymentStatus, StoredOrder } from '../orders/types';
import { bodyOf } from '../request';
import { nextId } from '../state';
import type { BigCommerceState } from '../state';
import { amountOf, centsOf, readWanted, worth } from './amounts';
import { isPaid, methodsOf, providerOf } from './methods';
import type { RefundItem, RefundPayment, StoredRefund, StoredTransaction, TransactionEvent } from './types';

const REFUNDED = 4;
const PARTIALLY_REFUNDED = 14;

const payments = z.object({
	payments: z
		.array(z.object({ provider_id: z.string(), amount: z.number(), offline: z.boolean().default(false) }))
		.nonempty(),
	merchant_calculated_override: z
		.object({ total_amount: z.number().nonnegative(), total_tax: z.number() })
		.optional(),
});

/** What a captured, voided or declined payment becomes when the gateway has answered. */
const ACTIONS = {
	capture: { from: 'authorized', pending: 'capture pending', done: 'captured' },
	void: { from: 'authorized', pending: 'void pending', done: 'void' },
} as const satisfies Record<string, { from: PaymentStatus; pending: PaymentStatus; done: PaymentStatus }>;

export type PaymentAction = keyof typeof ACTIONS;

/** What is paid for orders and given back: BigCommerce reference 4. The gateway may answer later than the store. */
export class PaymentBook {
	constructor(
		private readonly state: StateFile<BigCommerceState>,
		private readonly context: SandboxContext,
		private readonly deliveries: Deliveries,
		private readonly orders: OrderBook,
	) {}

	refunds(): StoredRefund[] {
		return Object.values(this.state.data.refunds);
	}

	/** @throws ApiError 404 */
	refund(id: number): StoredRefund {
		const found = this.state.data.refunds[id];
		if (found === undefined) throw notFound();
		return found;
	}

	/** Those of an order, and the one by which it was paid, which the sandbox makes up. */
	transactions(orderId: number): StoredTransaction[] {
		const order = this.orders.get(orderId);
		const kept = Object.values(this.state.data.transactions).filter(({ order_id: id }) => id === orderId);
		const { payment_status: status, total_inc_tax: total } = order.fields;
		if (!isPaid(order) && (status === '' || status === 'pending')) return kept;
		const isCaptured = kept.some(({ event }) => event === 'capture');
		const wasAuthorised = isCaptured || !(isPaid(order) || status === 'refunded');
		const provider = providerOf(order);
		const paid: StoredTransaction = {
			id: orderId * 1_000,
			order_id: orderId,
			event: wasAuthorised ? 'authorization' : 'purchase',
			method: provider.method,
			cents: centsOf(total),
			gateway: provider.id,
			status: status === 'declined' ? 'error' : 'ok',
			currency: order.fields.default_currency_code,
			isFlagged: status === 'held for review',
			createdAt: order.createdAt,
		};
		return [paid, ...kept];
	}

	/** Captures or voids an authorised payment; the gateway answers afterwards (reference 4.1). @throws ApiError 404, 422 */
	act(orderId: number, action: PaymentAction): void {
		const { from, pending, done } = ACTIONS[action];
		const order = this.orders.get(orderId);
		if (order.fields.payment_status !== from) {
			throw new ApiError(422, `Unable to ${action} the payment of this order.`, {});
		}
		this.orders.settle(orderId, { payment_status: pending });
		this.afterGateway(orderId, () => {
			const { gatewayDeclines: isDeclined } = this.state.data.switches;
			this.orders.settle(orderId, { payment_status: isDeclined ? from : done });
			this.enter(order, action, centsOf(order.fields.total_inc_tax), isDeclined);
		});
	}

	/** @throws ApiError 404, 422 */
	quote(orderId: number, body: unknown) {
		const order = this.orders.get(orderId);
		const left = this.left(order);
		const { cents, taxCents, adjustmentCents } = worth(order, body, left, this.state.data.switches);
		const { items } = readWanted(body);
		const ofOrder = items.filter(({ item_type: type }) => type === 'ORDER');
		return {
			order_id: orderId,
			total_refund_amount: amountOf(cents),
			total_refund_tax_amount: amountOf(taxCents),
			order_level_refund_amount: ofOrder.reduce((sum, { amount = 0 }) => sum + amount, 0),
			rounding: 0,
			adjustment: amountOf(adjustmentCents),
			tax_inclusive: this.state.data.switches.refundAmountsIncludeTax,
			refund_methods: methodsOf(order, cents, cents === left, this.state.data.switches),
		};
	}

	/** Gives money back: its payments must be one of the ways that a quote shows (reference 4.4). @throws ApiError 404, 422 */
	create(orderId: number, body: unknown): StoredRefund {
		const order = this.orders.get(orderId);
		if (!isPaid(order)) {
			throw refused('The order has no payment that can be refunded.');
		}
		const { payments: wanted, merchant_calculated_override: override } = bodyOf(payments, body);
		if (order.fields.customer_id === 0 && wanted.some(({ provider_id: id }) => id === 'storecredit')) {
			throw refused('Unable to provide store credit for a guest customer.');
		}
		const { items } = readWanted(body);
		const { total_refund_amount: total, total_refund_tax_amount: tax } = this.quote(orderId, body);
		const cents = override ? centsOf(override.total_amount) : centsOf(total);
		const methods = methodsOf(order, cents, cents === this.left(order), this.state.data.switches);
		const spelt = (parts: Array<{ provider_id: string; amount: number; offline: boolean }>) =>
			parts
				.map(({ provider_id: id, amount, offline }) => `${id} ${centsOf(amount)} ${offline}`)
				.sort()
				.join();
		if (cents === 0 || !methods.some((method) => spelt(method) === spelt(wanted))) {
			throw refused('The payments do not match the refundable amount of this order.');
		}
		const refund: StoredRefund = {
			id: nextId(this.state.data, 'refund'),
			order_id: orderId,
			createdAt: this.seconds(),
			items,
			totalCents: cents,
			taxCents: override ? centsOf(override.total_tax) : centsOf(tax),
			isOverridden: override !== undefined,
			payments: wanted.map(({ provider_id: provider, amount, offline }) => ({
				id: nextId(this.state.data, 'refundPayment'),
				provider_id: provider,
				cents: centsOf(amount),
				offline,
				is_declined: false,
				declined_message: '',
			})),
			isSettled: false,
		};
		this.state.data.refunds[refund.id] = refund;
		const byId = new Map(items.filter(isOfProduct).map((item) => [item.item_id, item.quantity ?? 0]));
		this.orders.settle(orderId, {}, (product) => {
			const refunded = product.quantity_refunded + (byId.get(product.id) ?? 0);
			return { ...product, quantity_refunded: refunded, is_refunded: refunded >= product.quantity };
		});
		this.deliveries.fire('store/order/refund/created', {
			type: 'order',
			id: orderId,
			refund: { refund_id: refund.id },
		});
		this.afterGateway(orderId, () => this.settleRefund(refund));
		return refund;
	}

	/** What can still be given back. A refund that was declined gave nothing back. */
	private left({ fields }: StoredOrder): number {
		const given = this.refunds()
			.filter(({ order_id: id }) => id === fields.id)
			.flatMap((refund) => refund.payments)
			.filter(({ is_declined: isDeclined }) => !isDeclined)
			.reduce((sum, { cents }) => sum + cents, 0);
		return centsOf(fields.total_inc_tax) - given;
	}

	private settleRefund(refund: StoredRefund): void {
		const order = this.orders.get(refund.order_id);
		const { gatewayDeclines: isDeclined } = this.state.data.switches;
		for (const payment of refund.payments) {
			const isRefused = isDeclined && !payment.offline && payment.provider_id !== 'storecredit';
			const { id } = this.enter(order, 'refund', payment.cents, isRefused, payment);
			Object.assign(payment, {
				is_declined: isRefused,
				declined_message: isRefused ? 'The card issuer declined the refund.' : '',
				transaction_id: String(id),
			});
		}
		refund.isSettled = true;
		if (refund.payments.every(({ is_declined: isRefused }) => isRefused)) {
			this.state.save();
			return;
		}
		const isAll = this.left(order) === 0;
		this.orders.settle(refund.order_id, {
			payment_status: isAll ? 'refunded' : 'partially refunded',
			status_id: isAll ? REFUNDED : PARTIALLY_REFUNDED,
		});
	}

	private enter(
		order: StoredOrder,
		event: TransactionEvent,
		cents: number,
		isDeclined: boolean,
		by?: RefundPayment,
	): StoredTransaction {
		const provider = providerOf(order);
		const transaction: StoredTransaction = {
			id: nextId(this.state.data, 'transaction'),
			order_id: order.fields.id,
			event,
			method: by?.provider_id === 'storecredit' ? 'store_credit' : provider.method,
			cents,
			gateway: by?.provider_id ?? provider.id,
			status: isDeclined ? 'error' : 'ok',
			currency: order.fields.default_currency_code,
			createdAt: this.seconds(),
			reference: order.fields.id * 1_000,
		};
		this.state.data.transactions[transaction.id] = transaction;
		this.state.save();
		return transaction;
	}

	/** At once, or so much later by the sandbox's clock. */
	private afterGateway(orderId: number, work: () => void): void {
		const { gatewayAnswersAfterMs: wait } = this.state.data.switches;
		if (wait === 0) work();
		// The order may be gone by then.
		else this.context.clock.setTimeout(() => this.orders.exists(orderId) && work(), wait);
	}

	private seconds(): number {
		return wholeSeconds(this.context.clock.now());
	}
}

const isOfProduct = ({ item_type: type }: RefundItem): boolean => type === 'PRODUCT';

const refused = (title: string) => new ApiError(422, title);
