import type { IDataObject } from 'n8n-workflow';

/** A line that is named, and how many pieces of it; all that are left where the number is left out. */
export interface NamedLine {
	/** The SKU, or the ID of the line in the order. */
	name: string;
	quantity?: number;
}

/** Pieces of one line of an order. */
export interface Pieces {
	line: IDataObject;
	quantity: number;
}

/** What is still to be had of the lines. */
export interface Left {
	lines: readonly IDataObject[];
	/** How many pieces of a line. */
	of(line: IDataObject): number;
	/** What can be done with them, for texts: `refunded`. */
	done: string;
}

/** How many pieces of a line were not given back yet (BigCommerce reference 3.6). */
export const notRefunded = ({ quantity, quantity_refunded: refunded }: IDataObject): number =>
	Math.max(Number(quantity) - Number(refunded ?? 0), 0);

/** How many pieces of a line can still be sent: what was given back is not. Nothing is sent of what is fetched or downloaded: it has no address (reference 3.6). */
export const notShipped = (line: IDataObject): number =>
	Number(line.order_address_id) > 0 ? Math.max(notRefunded(line) - Number(line.quantity_shipped ?? 0), 0) : 0;

/** The lines of one name, which share it: two of one SKU differ in their options or address. By SKU first, for a SKU may look like an ID. */
export function linesNamed(lines: readonly IDataObject[], name: string): IDataObject[] {
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
	const taken = new Map<IDataObject, number>();
	for (const { name, quantity } of wanted) {
		const lines = linesNamed(all, name);
		if (!lines.length) return { fault: `The order has no line "${name}"` };
		const open = (line: IDataObject) => of(line) - (taken.get(line) ?? 0);
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
