import { readAs, type Given, type RecordOf } from '../../shared/record/given';
import * as is from '../../shared/shape';

/** A number of pieces. Read in either form: one that was passed over would count as none. */
const PIECES = is.either(is.amount, is.text);

/** A line of an order, as far as its pieces are refunded, sent and ordered again (BigCommerce reference 3.6). */
const ORDER_LINE = {
	properties: {
		id: is.whole,
		product_id: is.whole,
		variant_id: is.whole,
		order_address_id: is.whole,
		name: is.text,
		sku: is.text,
		type: is.text,
		quantity: PIECES,
		quantity_shipped: PIECES,
		quantity_refunded: PIECES,
		price_ex_tax: is.text,
		price_inc_tax: is.text,
		wrapping_cost_inc_tax: is.text,
		product_options: is.list(is.object({ product_option_id: is.whole, value: is.text })),
	},
};

export type OrderLine = RecordOf<typeof ORDER_LINE>;

export const orderLineOf = (given: Given): OrderLine => readAs(ORDER_LINE, given);

/** A line that is named, and how many pieces of it; all that are left where the number is left out. */
export interface NamedLine {
	/** The SKU, or the ID of the line in the order. */
	name: string;
	quantity?: number;
}

/** Pieces of one line of an order. */
export interface Pieces {
	line: OrderLine;
	quantity: number;
}

/** What is still to be had of the lines. */
export interface Left {
	lines: readonly OrderLine[];
	/** How many pieces of a line. */
	of(line: OrderLine): number;
	/** What can be done with them, for texts: `refunded`. */
	done: string;
}

/** How many pieces of a line were not given back yet (BigCommerce reference 3.6). */
export const notRefunded = ({ quantity, quantity_refunded: refunded }: OrderLine): number =>
	Math.max(Number(quantity) - Number(refunded ?? 0), 0);

/** How many pieces of a line can still be sent: what was given back is not. Nothing is sent of what is fetched or downloaded: it has no address (reference 3.6). */
export const notShipped = (line: OrderLine): number =>
	Number(line.order_address_id) > 0 ? Math.max(notRefunded(line) - Number(line.quantity_shipped ?? 0), 0) : 0;

/** The lines of one name, which share it: two of one SKU differ in their options or address. By SKU first, for a SKU may look like an ID. */
export function linesNamed(lines: readonly OrderLine[], name: string): OrderLine[] {
	const bySku = lines.filter(({ sku }) => String(sku).toLowerCase() === name.toLowerCase());
	return bySku.length ? bySku : lines.filter(({ id }) => String(id) === name);
}

/**
 * The pieces that named lines mean.
 *
 * @returns why they cannot be had, in words for the user, where the order has no such line or not so many pieces left
 */
export function piecesOf(
	{ lines: all, of, done }: Left,
	wanted: readonly NamedLine[],
): { pieces: Pieces[] } | { fault: string } {
	const taken = new Map<OrderLine, number>();
	for (const { name, quantity } of wanted) {
		const lines = linesNamed(all, name);
		if (!lines.length) return { fault: `The order has no line "${name}"` };
		const open = (line: OrderLine) => of(line) - (taken.get(line) ?? 0);
		const left = lines.reduce((sum, line) => sum + open(line), 0);
		let rest = quantity ?? left;
		if (rest > left || (left === 0 && quantity === undefined)) {
			return { fault: `Of "${name}", ${left} can be ${done}, but ${quantity ?? 'all'} was asked for` };
		}
		for (const line of lines) {
			const some = Math.min(open(line), rest);
			if (some > 0) taken.set(line, (taken.get(line) ?? 0) + some);
			rest -= some;
		}
	}
	return { pieces: [...taken].map(([line, quantity]) => ({ line, quantity })) };
}

/** Everything that is left of the lines. */
export const allPieces = ({ lines, of }: Left): Pieces[] =>
	lines.map((line) => ({ line, quantity: of(line) })).filter(({ quantity }) => quantity > 0);
