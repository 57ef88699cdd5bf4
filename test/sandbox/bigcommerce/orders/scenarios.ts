import type { OrderDraft } from './newOrder';
import type { Address, PaymentStatus } from './types';

export type Scenario =
	'risky' | 'harmless' | 'fraud-flag' | 'high-value' | 'address-mismatch' | 'unusual-shipping' | 'large';

const HOME: Address = {
	first_name: 'Ada',
	last_name: 'Example',
	company: '',
	street_1: '1 Main Street',
	street_2: '',
	city: 'Austin',
	state: 'Texas',
	zip: '78701',
	country: 'United States',
	country_iso2: 'US',
	phone: '',
	email: 'ada.example@example.com',
	form_fields: [],
};

const ELSEWHERE: Address = {
	...HOME,
	first_name: 'Parcel',
	last_name: 'Forwarder',
	street_1: '99 Harbour Road',
	city: 'Toronto',
	state: 'Ontario',
	zip: 'M5V 2T6',
	country: 'Canada',
	country_iso2: 'CA',
};

/** Articles of the catalog's seed. */
const MUG = { productId: 111, variantId: 77, name: 'Coffee Mug', sku: 'MUG-GRY', price: 24.5 };
const MACHINE = { productId: 112, variantId: 78, name: 'Espresso Machine', sku: 'ESP-PRO', price: 1250 };
const GRINDER = { productId: 113, variantId: 79, name: 'Grinder & Scale Set', sku: 'GRD-SET', price: 420 };

const HARMLESS: OrderDraft = {
	billing: HOME,
	shipping: HOME,
	lines: [{ ...MUG, quantity: 2 }],
	shippingMethod: 'Flat Rate',
	shippingCost: 8,
	shippingZone: 'United States',
};

const EXPENSIVE: OrderDraft['lines'] = [{ ...MACHINE, quantity: 3 }];

/** What a small chain of cafés orders. */
const EQUIPMENT: OrderDraft['lines'] = [
	{ ...MACHINE, quantity: 8 },
	{ ...GRINDER, quantity: 6 },
	{ ...MUG, quantity: 40 },
];

/** What a shopper orders, and how the payment of it ends. */
export interface Placement {
	draft: OrderDraft;
	payment: { status: PaymentStatus; statusId: number };
}

const captured: Placement['payment'] = { status: 'captured', statusId: 11 };

/** The orders that can be placed with one click. `held for review` is what gateways report (reference 3.3, 15). */
export const SCENARIOS: Readonly<Record<Scenario, Placement>> = {
	harmless: { draft: HARMLESS, payment: captured },
	risky: { draft: { ...HARMLESS, lines: EXPENSIVE, shipping: ELSEWHERE }, payment: captured },
	'fraud-flag': { draft: HARMLESS, payment: { status: 'held for review', statusId: 11 } },
	'high-value': { draft: { ...HARMLESS, lines: EXPENSIVE }, payment: captured },
	large: { draft: { ...HARMLESS, lines: EQUIPMENT }, payment: captured },
	'address-mismatch': { draft: { ...HARMLESS, shipping: ELSEWHERE }, payment: captured },
	'unusual-shipping': {
		draft: {
			...HARMLESS,
			shippingMethod: 'Overnight Freight',
			shippingCost: 189,
			shippingZone: 'Rest of the World',
		},
		payment: captured,
	},
};
