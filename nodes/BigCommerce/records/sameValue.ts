import { DateTime } from 'luxon';
import { sameAmount } from '../../shared/exactNumber';
import { isRecord } from '../../shared/isRecord';

/** Texts that are amounts: decimals, of an order, its fees and its products (BigCommerce reference 3.3 and 3.4). */
const AMOUNTS: ReadonlySet<string> = new Set([
	...['subtotal', 'shipping_cost', 'handling_cost', 'wrapping_cost', 'total', 'cost', 'price'].flatMap(
		(group) => [`${group}_ex_tax`, `${group}_inc_tax`, `${group}_tax`],
	),
	'base_cost',
	'base_handling_cost',
	'base_shipping_cost',
	'base_wrapping_cost',
	'coupon_discount',
	'currency_exchange_rate',
	'discount_amount',
	'gift_certificate_amount',
	'refunded_amount',
	'store_credit_amount',
]);

/** RFC 2822 in answers, RFC 2822 or ISO 8601 in requests (reference 2.4). */
const TIMES: ReadonlySet<string> = new Set([
	...['date_created', 'date_modified', 'date_shipped', 'preorder_release_date'],
]);

const TRUE: ReadonlySet<string> = new Set(['true', '1']);
const FALSE: ReadonlySet<string> = new Set(['false', '0']);

/** Unset texts are null in some answers and empty in others. */
const isUnset = (value: unknown): boolean => value === null || value === '';

const comparableText = (value: unknown): string =>
	String(value)
		.split(/\r\n|\r|\n/)
		.map((line) => line.trimEnd())
		.join('\n')
		.trimEnd()
		.normalize('NFC');

const instantOf = (value: unknown): number => {
	const text = String(value).trim();
	const iso = DateTime.fromISO(text, { zone: 'utc' });
	return (iso.isValid ? iso : DateTime.fromRFC2822(text)).toMillis();
};

const isPlain = (value: unknown): boolean =>
	typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

function samePlain(name: string, current: unknown, wanted: unknown): boolean {
	const text = String(wanted).trim().toLowerCase();
	if (typeof current === 'boolean') return (current ? TRUE : FALSE).has(text);
	if (typeof current === 'number') return sameAmount(current, wanted);
	if (AMOUNTS.has(name) && sameAmount(current, wanted)) return true;
	if (TIMES.has(name) && instantOf(current) === instantOf(wanted)) return true;
	return comparableText(current) === comparableText(wanted);
}

/**
 * Whether a field of an order holds already what is wanted, compared in one form: numbers and money by amount, yes and no by meaning, times by the instant, texts
 * without regard to line ends, blanks at the end of a line and ways of writing an accent; text fields such as an external order ID stay texts (`007` is not `7`). Of a
 * nested object only the given fields count; lists must be as long as each other.
 *
 * @param name BigCommerce's name of the field
 * @param current as the service gives it
 */
export function sameValue(name: string, current: unknown, wanted: unknown): boolean {
	if (isUnset(current) && isUnset(wanted)) return true;
	if (Array.isArray(wanted)) {
		return (
			Array.isArray(current) &&
			current.length === wanted.length &&
			wanted.every((entry, index) => sameValue(name, current[index], entry))
		);
	}
	if (isRecord(wanted)) {
		return (
			isRecord(current) &&
			Object.entries(wanted).every(([field, value]) => sameValue(field, current[field], value))
		);
	}
	return isPlain(current) && isPlain(wanted) && samePlain(name, current, wanted);
}
