import { ApiError } from '../errors';
import { parseDate, wholeSeconds } from '../format';
import type { Query } from '../request';
import type { Switches } from '../switches';
import type { StoredOrder } from './types';

type Test = (order: StoredOrder) => boolean;

const numberIn = (name: string, text: string): number => {
	const value = Number(text);
	if (text.trim() === '' || Number.isNaN(value)) throw new ApiError(400, `The field '${name}' is invalid.`);
	return value;
};

const timeIn = (name: string, text: string): number => {
	const ms = parseDate(text);
	if (ms === undefined) throw new ApiError(400, `The field '${name}' is invalid.`);
	return wholeSeconds(ms);
};

const atLeast = (value: (order: StoredOrder) => number, read = numberIn) => {
	return (name: string, text: string): Test => {
		const bound = read(name, text);
		return (order) => value(order) >= bound;
	};
};

const atMost = (value: (order: StoredOrder) => number, read = numberIn) => {
	return (name: string, text: string): Test => {
		const bound = read(name, text);
		return (order) => value(order) <= bound;
	};
};

const equalNumber = (value: (order: StoredOrder) => number) => {
	return (name: string, text: string): Test => {
		const wanted = numberIn(name, text);
		return (order) => value(order) === wanted;
	};
};

const equalText = (value: (order: StoredOrder) => string) => {
	return (_name: string, text: string): Test =>
		(order) =>
			value(order).toLowerCase() === text.toLowerCase();
};

const total = ({ fields }: StoredOrder) => Number(fields.total_inc_tax);

/** Every filter of GET /orders; bounds are inclusive and times have a resolution of one second (reference 3.2). */
const FILTERS: Readonly<Record<string, (name: string, text: string) => Test>> = {
	min_id: atLeast(({ fields }) => fields.id),
	max_id: atMost(({ fields }) => fields.id),
	min_total: atLeast(total),
	max_total: atMost(total),
	customer_id: equalNumber(({ fields }) => fields.customer_id),
	email: equalText(({ fields }) => fields.billing_address.email),
	status_id: equalNumber(({ fields }) => fields.status_id),
	cart_id: equalText(({ fields }) => fields.cart_id),
	payment_method: equalText(({ fields }) => fields.payment_method),
	min_date_created: atLeast(({ createdAt }) => createdAt, timeIn),
	max_date_created: atMost(({ createdAt }) => createdAt, timeIn),
	min_date_modified: atLeast(({ modifiedAt }) => modifiedAt, timeIn),
	max_date_modified: atMost(({ modifiedAt }) => modifiedAt, timeIn),
	channel_id: equalNumber(({ fields }) => fields.channel_id),
	external_order_id: equalText(({ fields }) => fields.external_order_id),
};

const SORT_KEYS: Readonly<Record<string, (order: StoredOrder) => number | string>> = {
	id: ({ fields }) => fields.id,
	customer_id: ({ fields }) => fields.customer_id,
	date_created: ({ createdAt }) => createdAt,
	date_modified: ({ modifiedAt }) => modifiedAt,
	status_id: ({ fields }) => fields.status_id,
	channel_id: ({ fields }) => fields.channel_id,
	external_id: ({ fields }) => fields.external_id ?? '',
};

/** Live orders that pass every filter of the query. @throws ApiError 400 for a value that cannot be read */
export function filterOrders(orders: StoredOrder[], query: Query): StoredOrder[] {
	const tests = Object.entries(query)
		.filter(([name, text]) => name in FILTERS && text !== '')
		.map(([name, text]) => FILTERS[name](name, text));
	return orders.filter((order) => !order.fields.is_deleted && tests.every((test) => test(order)));
}

/** Sorts by `sort=<field>[:asc|:desc]`, then by id; by ascending id without it. @throws ApiError 400 for another field or direction */
export function sortOrders(
	orders: StoredOrder[],
	sort: string | undefined,
	equalRows: Switches['equalRows'],
): StoredOrder[] {
	if (sort === undefined || sort === '') return orders;
	const [name, direction = 'asc'] = sort.split(':');
	const key = SORT_KEYS[name];
	if (key === undefined || !['asc', 'desc'].includes(direction)) {
		throw new ApiError(400, "The field 'sort' is invalid.");
	}
	const sign = direction === 'asc' ? 1 : -1;
	const compare = (a: number | string, b: number | string) => (a === b ? 0 : a < b ? -1 : 1);
	const equal = equalRows === 'ascending' ? 1 : -1;
	return [...orders].sort((a, b) => sign * compare(key(a), key(b)) || equal * (a.fields.id - b.fields.id));
}
