import { fieldsIn, type Given } from '../../../shared/record/given';
import * as is from '../../../shared/shape';
import type { Facts } from './fact';

export interface StockSource {
	/** As the store gives them (BigCommerce reference 3.6). */
	lines: readonly Given[];
	/** What can be sold of each variant over all locations, by its number; one without stock of its own is not there. */
	available: ReadonlyMap<number, number>;
}

const LINE = {
	id: is.whole,
	variant_id: is.whole,
	sku: is.text,
	name: is.text,
	quantity: is.amount,
	quantity_shipped: is.amount,
	quantity_refunded: is.amount,
};

const SHORTAGE = is.object({
	id: is.whole,
	sku: is.text,
	name: is.text,
	ordered: is.whole,
	missing: is.whole,
});

const lineOf = (line: Given) => {
	const { id = 0, variant_id: variant = 0, sku = '', name = '', ...pieces } = fieldsIn(LINE, line);
	const { quantity = 0, quantity_shipped: shipped = 0, quantity_refunded: refunded = 0 } = pieces;
	const ordered = Number(quantity);
	return { id, variant, sku, name, ordered, open: ordered - Number(shipped) - Number(refunded) };
};

/** The variants of which the stock is asked for: what was typed in by hand has none (reference 3.6). */
export const variantsIn = (lines: readonly Given[]): number[] => [
	...new Set(lines.map(lineOf).flatMap(({ variant, open }) => (variant > 0 && open > 0 ? variant : []))),
];

/**
 * What lacks of each line. The order itself has taken its pieces from the stock already, so that nothing lacks while the store can still sell as much as none: only what stands below
 * zero is missing (reference 8.1, 8.4). Of two lines of one variant the later one lacks first.
 */
function shortagesIn({ lines, available }: StockSource) {
	const lacking = new Map([...available].map(([variant, level]) => [variant, Math.max(0, -level)]));
	return lines
		.map(lineOf)
		.reverse()
		.flatMap(({ id, variant, sku, name, ordered, open }) => {
			const missing = Math.min(Math.max(0, open), lacking.get(variant) ?? 0);
			lacking.set(variant, (lacking.get(variant) ?? 0) - missing);
			return missing > 0 ? [{ id, sku, name, ordered, missing }] : [];
		})
		.reverse();
}

/** Stock: what an order waits for and the store does not have. */
export const STOCK = {
	/** The lines of which pieces are missing; empty when the order can be filled. */
	shortages: { shape: is.list(SHORTAGE), of: shortagesIn },
	/** A line of text for each, as a refund or a shipment takes it: the SKU, or the name of what has none, and how many. */
	shortagesAsText: {
		shape: is.text,
		of: (source) =>
			shortagesIn(source)
				.map(({ sku, name, missing }) => `${sku || name} ${missing}`)
				.join('\n'),
	},
} as const satisfies Facts<StockSource>;
