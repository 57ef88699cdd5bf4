import type { DeclaredVariable } from './source';

const texts = (names: readonly string[]): DeclaredVariable[] =>
	names.map((name) => ({ name, type: 'string' }));

/** What Ask tells every case (templates page, section 4). */
const TOLD_BY_ASK: readonly DeclaredVariable[] = [
	...texts(['linkKey', 'objectType', 'objectId', 'part']),
	{ name: 'round', type: 'int' },
	...texts(['previousCase', 'objectUrl', 'deadlineIn']),
	{ name: 'deadlineAt', type: 'datetime' },
];

/** What Ask tells with _Include Order Summary_ (templates page, section 4). */
export const ORDER_SUMMARY: readonly string[] = [
	'orderNumber',
	'orderTotal',
	'orderCurrency',
	'customerName',
	'customerEmail',
	'lines',
	'billingAddress',
	'shippingAddress',
	'paymentMethod',
	'shippedDaysAgo',
];

/**
 * The variables with which a case starts: those of every case, its groups, and what it is asked about. Amounts are texts, as the store
 * sends them; conditions make numbers of them.
 */
export const declared = (groups: readonly string[], details: readonly string[]): DeclaredVariable[] => [
	...TOLD_BY_ASK,
	...texts(groups),
	...texts(details),
];
