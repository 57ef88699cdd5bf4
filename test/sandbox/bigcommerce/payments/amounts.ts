import { z } from 'zod';

import { ApiError, invalidData } from '../errors';
import type { OrderProduct, StoredOrder } from '../orders/types';
import { bodyOf } from '../request';
import type { Switches } from '../switches';
import { AMOUNT_ITEMS, QUANTITY_ITEMS } from './types';
import type { RefundItem } from './types';

export const centsOf = (amount: number | string): number => Math.round(Number(amount) * 100);

export const amountOf = (cents: number): number => cents / 100;

const reason = z.string().max(1000).optional();

/** Amounts have two decimals (BigCommerce reference 2.4). */
const amount = z
	.number()
	.nonnegative()
	.refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, 'must have at most 2 decimals');

const item = z.union([
	z.object({
		item_type: z.enum(QUANTITY_ITEMS),
		item_id: z.number().int(),
		quantity: z.number().int().positive(),
		adjustments: z
			.array(z.object({ amount: z.number().nonpositive(), description: z.string().max(255).optional() }))
			.optional(),
		reason,
	}),
	z.object({ item_type: z.enum(AMOUNT_ITEMS), item_id: z.number().int(), amount, reason }),
]);

const items = z.object({ items: z.array(item).nonempty() }).passthrough();

const adjustment = z.object({ tax_adjustment_amount: amount }).passthrough();

/** What is to be given back: lines, or a correction of the tax alone (reference 4.3). @throws ApiError 422 */
export function readWanted(body: unknown): { items: RefundItem[]; taxAdjustment: number } {
	if (adjustment.safeParse(body).success && !items.safeParse(body).success) {
		return { items: [], taxAdjustment: bodyOf(adjustment, body).tax_adjustment_amount };
	}
	return { items: bodyOf(items, body).items, taxAdjustment: 0 };
}

interface Worth {
	cents: number;
	taxCents: number;
}

const TAX_RATE = 0.08;

const NOTHING: Worth = { cents: 0, taxCents: 0 };

const line = ({ products }: StoredOrder, id: number): OrderProduct => {
	const found = products.find((product) => product.id === id);
	if (found === undefined) throw invalidData({ 'items.item_id': `no order product ${id}` });
	return found;
};

/** Of an amount that holds its tax already, or to which it is added. */
const taxed = (value: number, isInclusive: boolean): Worth => {
	const given = centsOf(value);
	const taxCents = Math.round(isInclusive ? given - given / (1 + TAX_RATE) : given * TAX_RATE);
	return { cents: isInclusive ? given : given + taxCents, taxCents };
};

/** What one line is worth. @throws ApiError 422 for what the order does not have, or not so often */
function worthOf(order: StoredOrder, wanted: RefundItem, switches: Readonly<Switches>): Worth {
	const { item_type: type, item_id: id, quantity = 0, amount: value = 0, adjustments = [] } = wanted;
	if (type === 'PRODUCT') {
		const product = line(order, id);
		if (quantity > product.quantity - product.quantity_refunded) {
			throw invalidData({ 'items.quantity': 'Quantity is more than what can be refunded' });
		}
		const off = adjustments.reduce((sum, one) => sum + centsOf(one.amount), 0);
		return {
			cents: centsOf(product.price_inc_tax) * quantity + off,
			taxCents: centsOf(product.price_tax) * quantity,
		};
	}
	if (type === 'GIFT_WRAPPING') {
		const product = line(order, id);
		return {
			cents: Math.round((centsOf(product.wrapping_cost_inc_tax) * quantity) / product.quantity),
			taxCents: Math.round((centsOf(product.wrapping_cost_tax) * quantity) / product.quantity),
		};
	}
	if (type === 'ORDER' || type === 'FEE') return { ...NOTHING, cents: centsOf(value) };
	if (!order.shippingAddresses.some((address) => address.id === id)) {
		throw invalidData({ 'items.item_id': `no order address ${id}` });
	}
	if (type === 'TAX') return { cents: centsOf(value), taxCents: centsOf(value) };
	return taxed(value, switches.refundAmountsIncludeTax);
}

/**
 * What lines are worth together, and by how much that is more than can be given back.
 * @param leftCents what can be given back at most
 * @throws ApiError 422 for impossible lines
 */
export function worth(
	order: StoredOrder,
	body: unknown,
	leftCents: number,
	switches: Readonly<Switches>,
): Worth & { adjustmentCents: number } {
	const { items: wanted, taxAdjustment } = readWanted(body);
	const all = wanted.map((one) => worthOf(order, one, switches));
	const asked = all.reduce(
		(sum, one) => ({ cents: sum.cents + one.cents, taxCents: sum.taxCents + one.taxCents }),
		{ cents: centsOf(taxAdjustment), taxCents: centsOf(taxAdjustment) },
	);
	if (asked.cents <= leftCents) return { ...asked, adjustmentCents: 0 };
	if (switches.overQuoted === 'refused') {
		throw new ApiError(422, 'The requested refund amount is more than the amount that can be refunded.', {});
	}
	return { ...asked, cents: leftCents, adjustmentCents: leftCents - asked.cents };
}
