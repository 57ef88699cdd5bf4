import { z } from 'zod';

import type { StoredRecord, Surroundings } from '../collection/record';

/** Who buys, where and in which currency. */
export interface Buyer {
	/** 0 for a guest */
	customerId: number;
	channelId: number;
	/** ISO 4217 */
	currency: string;
}

/** What is bought, and the product that it belongs to. */
export interface Article {
	product: StoredRecord;
	variant: StoredRecord;
}

type Prices = Pick<Surroundings, 'records'>;

/** Customer groups have one list, or discounts of which the narrowest counts (BigCommerce reference 6.5). */
const rule = z.object({
	type: z.enum(['price_list', 'product', 'category', 'all']),
	price_list_id: z.coerce.number().optional(),
	product_id: z.coerce.number().optional(),
	category_id: z.coerce.number().optional(),
	method: z.enum(['percent', 'fixed', 'price']).optional(),
	amount: z.coerce.number().optional(),
});

type Rule = z.output<typeof rule>;

const rules = z.array(rule).catch([]);

const NARROWEST_FIRST = ['product', 'category', 'all'] as const;

const DISCOUNTED: Readonly<Record<NonNullable<Rule['method']>, (price: number, amount: number) => number>> = {
	percent: (price, amount) => price * (1 - amount / 100),
	fixed: (price, amount) => price - amount,
	price: (_price, amount) => amount,
};

/** A variant's price counts before its product's, and of either the sale price (pricing guide, order of operations). */
const ofCatalog = ({ product, variant }: Article): number =>
	Number(
		variant.values.sale_price || variant.values.price || product.values.sale_price || product.values.price,
	);

/** The group of the customer, or that of guests. */
function groupOf(book: Prices, { customerId }: Buyer): StoredRecord | undefined {
	const customer = book.records('customers').find(({ id }) => id === customerId);
	return book
		.records('customerGroups')
		.find(({ id, values }) =>
			customerId === 0 ? values.is_group_for_guests === true : id === customer?.values.customer_group_id,
		);
}

/** Lists that are not active are ignored (BigCommerce reference 9.3). */
const isActive = (book: Prices, list: unknown): boolean =>
	book.records('priceLists').some(({ id, values }) => id === list && values.active !== false);

/** The list that is assigned so; 0 or left out is none. */
function listOf(book: Prices, group: number, channel: number): number | undefined {
	const assigned = book
		.records('priceAssignments')
		.find(
			({ values }) =>
				(values.customer_group_id ?? 0) === group &&
				(values.channel_id ?? 0) === channel &&
				isActive(book, values.price_list_id),
		);
	return assigned === undefined ? undefined : Number(assigned.values.price_list_id);
}

/** What is not in the list has the catalog's price (BigCommerce reference 9.2). */
function inList(book: Prices, list: number, article: Article, { currency }: Buyer): number {
	const values = book
		.records('priceRecords', list)
		.find(({ values: row }) => row.variant_id === article.variant.id && row.currency === currency)?.values;
	return Number(values?.sale_price ?? values?.price ?? ofCatalog(article));
}

/** A category is meant with those below it (customers.v2, customer groups). */
function isIn(book: Prices, { values }: StoredRecord, category: number | undefined): boolean {
	const parents = new Map(book.records('categories').map((record) => [record.id, record.values.parent_id]));
	const within = (id: unknown, depth = 0): boolean =>
		id === category || (depth < parents.size && within(parents.get(Number(id)), depth + 1));
	return z
		.array(z.number())
		.catch([])
		.parse(values.categories)
		.some((id) => within(id));
}

function discounted(book: Prices, all: readonly Rule[], article: Article): number {
	const { product } = article;
	const fits = ({ type, product_id: id, category_id: category }: Rule) =>
		type === 'all' || (type === 'product' ? id === product.id : isIn(book, product, category));
	const found = NARROWEST_FIRST.flatMap((type) => all.filter((one) => one.type === type)).find(fits);
	const price = ofCatalog(article);
	return found?.method === undefined
		? price
		: Math.max(0, DISCOUNTED[found.method](price, found.amount ?? 0));
}

/**
 * What one article costs: by the list of group and channel, of the group, by the group's discounts, by the list of the channel, by the catalog; the first of them that there is
 * counts alone (BigCommerce reference 9.3). Tiers of a list are for carts (pricing guide) and left out.
 */
export function priceFor(book: Prices, article: Article, buyer: Buyer): number {
	const group = groupOf(book, buyer);
	const all = rules.parse(group?.values.discount_rules);
	const own = all.find(({ price_list_id: list }) => isActive(book, list))?.price_list_id;
	const ofGroup = group && (listOf(book, group.id, buyer.channelId) ?? listOf(book, group.id, 0) ?? own);
	if (ofGroup !== undefined) return inList(book, ofGroup, article, buyer);
	if (all.some(({ type }) => type !== 'price_list')) return discounted(book, all, article);
	const ofChannel = listOf(book, 0, buyer.channelId);
	return ofChannel === undefined ? ofCatalog(article) : inList(book, ofChannel, article, buyer);
}
