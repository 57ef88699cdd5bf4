import { moneyOf, moneyOrNone, moneyText, sumOf, type Money } from '../../../shared/money';
import * as is from '../../../shared/shape';
import { INFERRED } from '../../transport/inferred';
import type { Order } from '../order';
import { givenBack, type Refund } from '../refund';
import type { Facts } from './fact';

export interface MoneySource {
	order: Order;
	refunds: readonly Refund[];
	/** The currency that the store counts in; undefined where nobody says it. */
	storeCurrency?: string;
	/** In ms since 1970. */
	now: number;
}

/** Placed, and nothing of it has gone out: from here an order can be put on hold (BigCommerce reference 3.5; decisions page, section 2). */
export const WAITING: ReadonlySet<number> = new Set([7, 8, 9, 11, 12]);

/** Shipped, Partially Shipped, Completed (reference 3.5). */
const SENT: ReadonlySet<number> = new Set([2, 3, 10]);

/** No money is there to be given back (reference 3.3). */
export const GIVEN_UP: ReadonlySet<string> = new Set(['declined', 'void', 'void pending']);

const DAY_MS = 24 * 3_600_000;

/** What the shopper pays in: the "default" currency of an order; its `currency_code` is only what prices were shown in (orders.v2, "Currency Fields"). */
export const orderCurrency = ({
	default_currency_code: paid,
	currency_code: shown,
}: Order): string | undefined => paid || shown || undefined;

const numberOf = (money: Money | undefined): number | undefined =>
	money === undefined ? undefined : Number(moneyText(money));

const inCents = (amount: number): number => Math.round(amount * 100) / 100;

const isForeign = ({ order, storeCurrency }: MoneySource): boolean | undefined => {
	const paid = orderCurrency(order);
	return paid === undefined || storeCurrency === undefined ? undefined : paid !== storeCurrency;
};

/** The total in the store's currency. A rate of 1 between two currencies is what orders show that know none. */
function inStoreCurrency(source: MoneySource): number | undefined {
	const total = numberOf(moneyOf(source.order.total_inc_tax));
	const foreign = isForeign(source);
	if (total === undefined || foreign === undefined) return undefined;
	if (!foreign) return total;
	const rate = Number(source.order.store_default_to_transactional_exchange_rate);
	const isKnown = Number.isFinite(rate) && rate > 0 && rate !== 1;
	return isKnown ? inCents(INFERRED.inStoreCurrency(total, rate)) : undefined;
}

const refunded = ({ refunds }: MoneySource): Money => sumOf(refunds.map(givenBack));

function refundable(source: MoneySource): Money | undefined {
	const { total_inc_tax: text, payment_status: payment = '' } = source.order;
	const total = moneyOf(text);
	if (total === undefined) return undefined;
	const left = GIVEN_UP.has(payment) ? 0n : total - refunded(source);
	return left > 0n ? left : 0n;
}

const shippedAt = ({ order }: MoneySource): number => Date.parse(order.date_shipped ?? '');

const isShipped = (source: MoneySource): boolean => {
	const { status_id: status = 0, items_shipped: pieces = 0 } = source.order;
	return SENT.has(status) || pieces > 0 || !Number.isNaN(shippedAt(source));
};

const isWaiting = ({ order: { status_id: status = 0, is_deleted: archived } }: MoneySource): boolean =>
	WAITING.has(status) && archived !== true;

/** Money: what an order is worth, and how far it is. Amounts are numbers; all but `total` in the currency that the shopper pays in. */
export const MONEY = {
	/** In the store's currency; absent when the rate is not known. */
	total: { shape: is.amount, of: inStoreCurrency },
	/** As the order says it, with tax. */
	orderTotal: { shape: is.amount, of: ({ order }) => numberOf(moneyOf(order.total_inc_tax)) },
	/** What the shopper pays in. */
	orderCurrency: { shape: is.text, of: ({ order }) => orderCurrency(order) },
	/** The shopper pays in another currency than the store counts in; absent when one of them is not known. */
	foreignCurrency: { shape: is.flag, of: isForeign },
	/** What all refunds gave back; declined ones gave nothing. The order's own field is always zero (reference 3.3). */
	refunded: { shape: is.amount, of: (source) => numberOf(refunded(source)) },
	/** What is left of the total; nothing where the payment was declined or voided. What is only authorised can be voided, so it counts. */
	refundable: { shape: is.amount, of: (source) => numberOf(refundable(source)) },
	/** Status 7, 8, 9, 11 or 12, and not archived. */
	waiting: { shape: is.flag, of: isWaiting },
	/** Something of it has gone out, or it is completed. */
	shipped: { shape: is.flag, of: isShipped },
	/** Whole days since all of it was shipped; absent before. */
	shippedDaysAgo: {
		shape: is.whole,
		of: (source) => {
			const at = shippedAt(source);
			return Number.isNaN(at) ? undefined : Math.max(0, Math.floor((source.now - at) / DAY_MS));
		},
	},
	archived: { shape: is.flag, of: ({ order }) => order.is_deleted === true },
	/** Bought without an account (reference 3.3). */
	guest: {
		shape: is.flag,
		of: ({ order }) => (order.customer_id === undefined ? undefined : order.customer_id === 0),
	},
	/** It costs something, and no tax was charged. Orders do not say why (reference 3.3). */
	taxExempt: {
		shape: is.flag,
		of: ({ order }) => {
			const tax = moneyOf(order.total_tax);
			return tax === undefined ? undefined : tax === 0n && moneyOrNone(order.total_inc_tax) > 0n;
		},
	},
} as const satisfies Facts<MoneySource>;
