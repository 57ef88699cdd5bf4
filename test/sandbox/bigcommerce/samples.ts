import type { StateFile } from '../core/stateFile';
import { seedCollections, type Seeds } from './collection/seed';
import { customers } from './customers/customers';
import type { OrderBook } from './orders/book';
import type { OrderDraft } from './orders/newOrder';
import { SCENARIOS } from './orders/scenarios';
import type { BigCommerceState } from './state';

/** What the sample data at the starts of the templates names. */
const ORDER_ID = 1042;
const FIRST_LINE_ID = 7001;
const CUSTOMER_ID = 501;

const EMAIL = 'buyer@example.com';

/** With tax the sample order comes to 2,480.00. */
const exTax = (incTax: number) => incTax / 1.08;

const { billing, shipping } = SCENARIOS.risky.draft;

const ORDER: OrderDraft = {
	billing: { ...billing, email: EMAIL },
	shipping,
	lines: [
		{ productId: 111, variantId: 77, name: 'Desk Lamp', sku: 'LAMP-RED', price: exTax(620), quantity: 2 },
		{ productId: 112, variantId: 78, name: 'Oak Desk', sku: 'DESK-OAK', price: exTax(1240), quantity: 1 },
	],
	shippingMethod: 'Flat Rate',
	shippingCost: 0,
	shippingZone: 'United States',
	overrides: {
		customer_id: CUSTOMER_ID,
		status_id: 11,
		payment_status: 'captured',
		payment_method: 'Test Payment Gateway',
	},
};

const RECORDS: Seeds = {
	customers: [{ id: CUSTOMER_ID, values: { email: EMAIL, first_name: 'Ada', last_name: 'Example' } }],
};

/**
 * Puts the records into the store that the pinned sample data of the templates names, without an event, so that *Execute workflow* has
 * something to work on. A store that has counted past them is left alone.
 */
export function addSamples(state: StateFile<BigCommerceState>, orders: OrderBook): void {
	const { lastId, collections } = state.data;
	if (lastId.order >= ORDER_ID) return;
	lastId.order = ORDER_ID - 1;
	lastId.orderProduct = Math.max(lastId.orderProduct, FIRST_LINE_ID - 1);
	const { customers: kept } = collections;
	const { customers: samples } = seedCollections([customers], RECORDS);
	Object.assign(kept.records, samples.records);
	kept.lastId = Math.max(kept.lastId, samples.lastId);
	orders.add(ORDER);
}
