import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';
import type { Advice } from '../../../shared/errorText';
import { isRecord } from '../../../shared/isRecord';
import { isMissing, type Values } from '../../../shared/values';

/** Reads one value of an order; refuses by name what cannot be one. */
type Kind = (values: Values, value: unknown, label: string) => unknown;

const COUNT = { least: 0, whole: true };

const count: Kind = (values, value, label) => values.number(value, label, COUNT);

/** Checked as a number, but kept as it was given: `"12.50"` stays so (BigCommerce reference 2.4 takes both). None may be negative (reference 3.3). */
const amount: Kind = (values, value, label) => {
	const read = values.number(value, label, { least: 0 });
	return typeof value === 'string' ? value.trim() : read;
};

const flag: Kind = (values, value, label) => values.flag(value, label);

const text: Kind = (values, value, label) => values.text(value, label);

/** V2 takes the times of a body as RFC 2822 only, and this package shows them as ISO 8601 (reference 2.4). */
const time: Kind = (values, value, label) =>
	DateTime.fromISO(values.time(value, label), { zone: 'utc' }).toRFC2822();

const object: Kind = (values, value, label) => values.json(value, label);

const list: Kind = (values, value, label) => values.jsonList(value, label);

const named = (kind: Kind, names: readonly string[]): Array<[string, Kind]> =>
	names.map((name) => [name, kind]);

const withTax = (groups: readonly string[]): string[] =>
	groups.flatMap((group) => [`${group}_ex_tax`, `${group}_inc_tax`]);

/** What is known of the fields that an update takes (reference 3.3 and 3.4). */
const KINDS: ReadonlyMap<string, Kind> = new Map([
	...named(count, ['channel_id', 'customer_id', 'items_shipped', 'items_total', 'status_id']),
	...named(amount, [
		'base_handling_cost',
		'base_shipping_cost',
		'base_wrapping_cost',
		'discount_amount',
		...withTax(['handling_cost', 'shipping_cost', 'subtotal', 'total', 'wrapping_cost']),
	]),
	...named(flag, ['is_deleted', 'order_is_digital']),
	...named(text, [
		'customer_locale',
		'customer_message',
		'ebay_order_id',
		'external_merchant_id',
		'external_order_id',
		'external_source',
		'geoip_country',
		'geoip_country_iso2',
		'ip_address',
		'ip_address_v6',
		'order_source',
		'payment_method',
		'payment_provider_id',
		'staff_notes',
	]),
	...named(time, ['date_created', 'date_modified', 'date_shipped']),
	...named(object, ['billing_address', 'consignments']),
	...named(list, ['fees', 'products', 'shipping_addresses']),
]);

/** Left blank on purpose, these are emptied; every other kind refuses it. */
const isBlankable = (kind: Kind): boolean => kind === text;

/**
 * The fields of an order that were entered as JSON by BigCommerce's names, each read by its kind; names that are not known are passed on.
 *
 * @param entered a JSON object, or its text
 * @param refuse makes the error for a value that an expression left empty
 * @throws an error that names the field
 */
export function readOrderFields(
	values: Values,
	entered: unknown,
	refuse: (advice: Advice) => Error,
): IDataObject {
	const fields = Object.entries(values.json(entered, 'Other Fields'));
	const read = fields.map(([name, value]) => {
		const kind = KINDS.get(name);
		const label = `${name} in Other Fields`;
		const isEmpty = kind ? isMissing(value) || (value === '' && !isBlankable(kind)) : value === undefined;
		if (isEmpty) throw refuse(emptied(label, kind !== undefined && isBlankable(kind)));
		if (!kind) return [name, value];
		const given = kind(values, value, label);
		if (Array.isArray(given) && !given.every(isRecord)) throw refuse(noRows(label));
		return [name, given];
	});
	return values.json(JSON.stringify(Object.fromEntries(read)), 'Other Fields');
}

const emptied = (label: string, isText: boolean): Advice => ({
	what: `${label} is empty`,
	next: isText
		? 'Remove it, write "" to empty it in the order, or check the expression that should fill it.'
		: 'Remove it, or check the expression that should fill it.',
});

const noRows = (label: string): Advice => ({
	what: `${label} must be a list of objects`,
	next: 'Write each entry like {"id": 1, "quantity": 2}.',
});
