import pick from 'lodash/pick';
import { isRecord } from '../../../shared/isRecord';
import { moneyOf, moneyText } from '../../../shared/money';
import { wishOf, type OnceWish } from '../../../shared/onceWish';
import type { OrderLine } from '../../records/orderPieces';
import type { NewOrder } from './newOrder';
import { linesInWords, wantedLines } from './wantedLines';

/** For whom, where to and what, beside the lines; notes, times and names may be others when a run is repeated. */
const CONTENT = [
	'billing_address',
	'channel_id',
	'consignments',
	'customer_id',
	'products',
	'shipping_addresses',
] as const;

/** Text and numbers alike, without what is empty. */
function inText(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(inText);
	if (!isRecord(value)) return String(value).trim();
	const filled = Object.entries(value).filter(([, one]) => one !== undefined && one !== null && one !== '');
	return Object.fromEntries(filled.map(([name, one]) => [name, inText(one)]));
}

const priceOf = (price: unknown): string => {
	const money = moneyOf(price);
	return money === undefined ? String(price) : moneyText(money);
};

/**
 * What of a new order tells it from another one.
 *
 * @param called how another system calls it, where it is found again by that
 */
export function orderWish({ likeId, lines, price, values }: NewOrder, called?: string): OnceWish {
	const content = {
		like: likeId === undefined ? '' : String(likeId),
		lines: wantedLines(lines),
		price: price === undefined ? '' : priceOf(price),
		values: inText(pick(values, CONTENT)),
		...(called && { called }),
	};
	const what = lines.length ? linesInWords(lines) : 'all lines';
	const like = likeId === undefined ? '' : ` like order ${likeId}`;
	const name = called ? ` as ${called}` : '';
	return wishOf(content, `${what}${like}${price === undefined ? '' : ` at ${priceOf(price)}`}${name}`);
}

/** Whether a line of an order is what was sent; what was not said of it, the store has chosen. */
function isMadeOf(line: OrderLine, sent: Record<string, unknown>): boolean {
	const { product_id: product, variant_id: variant, name, quantity, product_options: options } = sent;
	const isSame = product === undefined ? line.name === name : Number(line.product_id) === Number(product);
	const isVariant = variant === undefined || Number(line.variant_id) === Number(variant);
	const chosen = Array.isArray(options) ? options.filter(isRecord) : [];
	const had = line.product_options ?? [];
	const hasAll = chosen.every(({ id, value }) =>
		had.some((one) => Number(one.product_option_id) === Number(id) && String(one.value) === String(value)),
	);
	return isSame && isVariant && hasAll && Number(line.quantity) === Number(quantity ?? 1);
}

/**
 * Whether an order has just the lines that would be sent.
 *
 * @param sent the products of a new order (BigCommerce reference 3.4)
 */
export function haveSameLines(lines: readonly OrderLine[], sent: unknown): boolean {
	const rest = [...lines];
	const wanted = Array.isArray(sent) ? sent.filter(isRecord) : [];
	for (const product of wanted) {
		const at = rest.findIndex((line) => isMadeOf(line, product));
		if (at < 0) return false;
		rest.splice(at, 1);
	}
	return rest.length === 0;
}
