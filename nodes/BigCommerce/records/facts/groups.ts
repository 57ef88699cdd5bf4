import type { IDataObject } from 'n8n-workflow';
import type { Properties } from '../../../shared/shape';
import type { ScopeName } from '../../transport/scopes';
import { ADDRESSES } from './addresses';
import { factsOf, shapesOf, type Facts } from './fact';
import { earlierOrders, HISTORY } from './history';
import { LINES, productsIn } from './lines';
import { MONEY } from './money';
import { PAYMENT_REVIEW } from './paymentReview';
import type { Sources } from './sources';
import { STOCK, variantsIn } from './stock';

/** Facts that are read together. */
export interface FactGroup {
	name: string;
	/** What it tells and costs, for who chooses it. */
	description: string;
	/** What an API account needs for it beside orders. */
	scopes: readonly ScopeName[];
	shapes: Properties;
	read(sources: Sources): Promise<IDataObject>;
}

const group = <Source>({
	facts,
	source,
	...said
}: Pick<FactGroup, 'name' | 'description' | 'scopes'> & {
	facts: Facts<Source>;
	source(sources: Sources): Promise<Source>;
}): FactGroup => ({
	...said,
	shapes: shapesOf(facts),
	read: async (sources) => factsOf(facts, await source(sources)),
});

/** By the value that a workflow keeps, in the order of their names. */
export const FACT_GROUPS = {
	addresses: group({
		name: 'Addresses',
		description: 'Whether they differ; shipping (2 requests)',
		scopes: ['Information & Settings'],
		facts: ADDRESSES,
		source: async (sources) => {
			const [shippingAddresses, { country_code: storeCountry }] = await Promise.all([
				sources.shippingAddresses(),
				sources.store(),
			]);
			return { order: sources.order, shippingAddresses, storeCountry };
		},
	}),
	history: group({
		name: 'History',
		description: 'Earlier orders (2 requests)',
		scopes: [],
		facts: HISTORY,
		source: async (sources) => {
			const { before, lastDay } = earlierOrders(sources.order);
			const [all, ofDay] = await Promise.all([
				before && sources.count(before),
				lastDay && sources.count(lastDay),
			]);
			return { before: all, lastDay: ofDay };
		},
	}),
	lines: group({
		name: 'Lines',
		description: 'Categories, warranty (3 requests)',
		scopes: ['Products'],
		facts: LINES,
		source: async (sources) => {
			const lines = await sources.products();
			const products = await sources.catalog(productsIn(lines));
			const ids = [...products.values()].flatMap(({ categories }) => categories);
			return { lines, products, categoryNames: await sources.categoryNames([...new Set(ids)]) };
		},
	}),
	money: group({
		name: 'Money',
		description: 'Worth, refunds, progress (2 requests)',
		scopes: ['Information & Settings'],
		facts: MONEY,
		source: async (sources) => {
			const { order, now } = sources;
			// Said only where the store takes several currencies (orders.v2, "Currency Fields").
			const { store_default_currency_code: said } = order;
			const [refunds, storeCurrency] = await Promise.all([
				sources.refunds(),
				said || sources.store().then(({ currency }) => currency || undefined),
			]);
			return { order, refunds, storeCurrency, now };
		},
	}),
	paymentReview: group({
		name: 'Payment Review',
		description: 'Fraud flag, card check (2 requests)',
		scopes: ['Order Transactions'],
		facts: PAYMENT_REVIEW,
		source: async (sources) => {
			const { order } = sources;
			const [transactions, isHeldByUs] = await Promise.all([
				sources.transactions(),
				order.status_id === 12 && sources.isHeldByUs(),
			]);
			return { order, transactions, isHeldByUs };
		},
	}),
	stock: group({
		name: 'Stock',
		description: 'What is missing (2 requests)',
		scopes: ['Store Inventory'],
		facts: STOCK,
		source: async (sources) => {
			const lines = await sources.products();
			return { lines, available: await sources.available(variantsIn(lines)) };
		},
	}),
} satisfies Record<string, FactGroup>;

const GROUPS: Readonly<Record<string, FactGroup>> = FACT_GROUPS;

/** Every fact of every group, as it looks. */
export const FACT_SHAPES: Properties = Object.assign(
	{},
	...Object.values(GROUPS).map(({ shapes }) => shapes),
);

/**
 * Facts of an order, of all groups in one object; a group that is not asked for costs nothing.
 *
 * @param groups by their values
 * @throws NodeApiError when the store does not give what they are worked out from
 */
export async function readFacts(sources: Sources, groups: readonly string[]): Promise<IDataObject> {
	const chosen = groups.flatMap((name) => (Object.hasOwn(GROUPS, name) ? [GROUPS[name]] : []));
	const facts = await Promise.all(chosen.map(async ({ read }) => await read(sources)));
	return Object.assign({}, ...facts);
}
