import isEmpty from 'lodash/isEmpty';
import isNil from 'lodash/isNil';
import omit from 'lodash/omit';
import omitBy from 'lodash/omitBy';
import upperFirst from 'lodash/upperFirst';
import { isRecord } from '../../shared/isRecord';
import { joined, listOf, which, type Around } from './promotionItems';

type Json = Readonly<Record<string, unknown>>;

/** What stands beside what is put into words, as the store writes it: a sentence that people sign leaves nothing out. */
function beside(value: Json, known: readonly string[]): string {
	const rest = omitBy(omit(value, known), isNil);
	return isEmpty(rest) ? '' : `, ${JSON.stringify(rest)}`;
}

const money = (value: unknown, { currency }: Around): string =>
	`${String(value)}${currency && currency !== '*' ? ` ${currency}` : ''}`;

const after = (words: string): string => words && ` ${words}`;

function discount({ discount: given }: Json, around: Around): string {
	if (isRecord(given) && 'percentage_amount' in given) {
		return `${String(given.percentage_amount)} %${beside(given, ['percentage_amount'])} off`;
	}
	if (isRecord(given) && 'fixed_amount' in given) {
		return `${money(given.fixed_amount, around)}${beside(given, ['fixed_amount'])} off`;
	}
	return `${JSON.stringify(given)} off`;
}

const most = ({ maximum_allowed_discount_amount: value }: Json, around: Around): string =>
	isNil(value) ? '' : `, at most ${money(value, around)}`;

const STRATEGIES: Readonly<Record<string, string>> = {
	LEAST_EXPENSIVE: ', the cheapest first',
	LEAST_EXPENSIVE_ONLY: ', the cheapest only',
	MOST_EXPENSIVE: ', the dearest first',
	MOST_EXPENSIVE_ONLY: ', the dearest only',
};

const strategy = ({ strategy: value }: Json): string =>
	isNil(value) ? '' : (STRATEGIES[String(value)] ?? `, ${String(value)}`);

const onSale = ({ exclude_items_on_sale: isExcluded }: Json): string =>
	isExcluded === true ? ', but none that is on sale' : '';

/** Whether a condition counts items. */
const countsItems = (condition: unknown): boolean =>
	isRecord(condition) &&
	(listOf(condition.and).some(countsItems) || (isRecord(condition.cart) && isRecord(condition.cart.items)));

/** Whether items that meet the condition are discounted as well. @param byDefault where the rule does not say it */
function counted(
	{ include_items_considered_by_condition: said }: Json,
	byDefault: boolean,
	rule: Json,
): string {
	if (!countsItems(rule.condition)) return '';
	const isIncluded = typeof said === 'boolean' ? said : byDefault;
	return `, those that the condition counts ${isIncluded ? 'included' : 'left out'}`;
}

const items = (count: unknown): string => (Number(count) === 1 ? '1 item' : `${String(count)} items`);

type Words = (value: Json, around: Around, rule: Json) => string;

/** What each action does (BigCommerce reference 10.2; defaults: promotions.v3.yml). `known` is what its words tell. */
const ACTIONS: Readonly<Record<string, { known: readonly string[]; words: Words }>> = {
	cart_value: {
		known: ['discount', 'maximum_allowed_discount_amount'],
		words: (value, around) => `${discount(value, around)} the whole cart${most(value, around)}`,
	},
	cart_items: {
		known: [
			...['discount', 'items', 'as_total', 'quantity', 'strategy', 'add_free_item', 'exclude_items_on_sale'],
			...['include_items_considered_by_condition', 'maximum_allowed_discount_amount'],
		],
		words(value, around, rule) {
			const { quantity, as_total: isTotal, add_free_item: isAdded } = value;
			const up = isNil(quantity) ? '' : `up to ${items(quantity)}`;
			const kind = after(which(value.items, around));
			const target =
				isTotal === true ? `${up || 'all items'}${kind} together` : `each item${kind}${up && `, ${up}`}`;
			return [
				`${discount(value, around)} ${target}`,
				strategy(value),
				onSale(value),
				counted(value, false, rule),
				isAdded === true ? ', put into the cart by itself where that is possible' : '',
				most(value, around),
			].join('');
		},
	},
	gift_item: {
		known: ['quantity', 'product_id', 'variant_id'],
		words({ quantity, product_id: product, variant_id: variant }, around) {
			const gift = variant ? { variants: [variant] } : { products: [product] };
			return `${items(quantity)} ${which(gift, around)} as a gift`;
		},
	},
	fixed_price_set: {
		known: [
			...['quantity', 'fixed_price', 'items', 'strategy', 'exclude_items_on_sale'],
			'include_items_considered_by_condition',
		],
		words: (value, around, rule) =>
			[
				`any ${items(value.quantity)}${after(which(value.items, around))}`,
				` for ${money(value.fixed_price, around)} together`,
				strategy(value),
				onSale(value),
				counted(value, true, rule),
			].join(''),
	},
	shipping: {
		known: ['free_shipping', 'zone_ids'],
		words({ zone_ids: zones, free_shipping: isOwn }) {
			const to = zones === '*' ? 'every zone' : `shipping zone ${joined(listOf(zones).map(String), 'or')}`;
			return `free shipping to ${to}${isOwn === true ? ', as a shipping method of its own' : ''}`;
		},
	},
};

const action = (rule: Json, around: Around): string => {
	const entries = isRecord(rule.action) ? Object.entries(rule.action) : [];
	const words = entries.map(([name, value]) => {
		if (!Object.hasOwn(ACTIONS, name) || !isRecord(value)) return JSON.stringify({ [name]: value });
		const { known, words: inWords } = ACTIONS[name];
		return `${inWords(value, around, rule)}${beside(value, known)}`;
	});
	return joined(words, 'and');
};

/** A quantity without items has no effect (promotions.v3.yml, `CartCondition`). */
function cart(value: Json, around: Around): string[] {
	const { items: wanted, minimum_quantity: quantity, minimum_spend: spend } = value;
	const kind = after(which(wanted, around));
	const isSaid = !isNil(quantity) || !isNil(spend);
	const rest = beside(value, [...(isSaid ? ['items'] : []), 'minimum_quantity', 'minimum_spend']).slice(2);
	return [
		...(wanted && !isNil(quantity) ? [`the cart has at least ${items(quantity)}${kind}`] : []),
		...(isNil(spend) ? [] : [`at least ${money(spend, around)} is spent${kind && ` on items${kind}`}`]),
		...(rest ? [rest] : []),
	];
}

function conditions(value: unknown, around: Around): string[] {
	if (!isRecord(value)) return isNil(value) ? [] : [JSON.stringify(value)];
	return Object.entries(value).flatMap(([name, inner]) => {
		if (name === 'and') return listOf(inner).flatMap((one) => conditions(one, around));
		return name === 'cart' && isRecord(inner) ? cart(inner, around) : [JSON.stringify({ [name]: inner })];
	});
}

function ruleInWords(rule: unknown, around: Around): string {
	if (!isRecord(rule)) return JSON.stringify(rule);
	const { condition, apply_once: isOnce, stop } = rule;
	const needed = joined(conditions(condition, around), 'and');
	return [
		action(rule, around),
		needed && ` if ${needed}`,
		isOnce === false ? ', as often as it applies' : ', once in an order',
		beside(rule, ['action', 'condition', 'apply_once', 'stop']),
		stop === true ? ', and no later rule counts then' : '',
	].join('');
}

/**
 * What the rules of a promotion do, in one sentence, for people who say yes or no to it: each rule with its discount, on what, for what condition, how often. Names stand beside
 * the numbers that are kept; what this page does not know stands there as the store writes it, so that nothing is left out. When it runs, who gets it and how often in all are
 * fields of their own.
 *
 * @param rules as the store gives them, in their order
 * @returns undefined where there are none
 */
export function rulesInWords(rules: readonly unknown[], around: Around): string | undefined {
	const words = rules.map((rule) => ruleInWords(rule, around));
	if (!words.length) return undefined;
	const [only, ...others] = words;
	const said = others.length ? words.map((one, at) => `(${at + 1}) ${one}`).join('; ') : upperFirst(only);
	return `${said}.`;
}
