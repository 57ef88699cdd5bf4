import { namedIn } from '../../../../../nodes/BigCommerce/records/promotionItems';
import { rulesInWords } from '../../../../../nodes/BigCommerce/records/promotionWords';

const names = {
	brands: new Map([[35, 'Example Pottery']]),
	categories: new Map([
		[23, 'Lighting'],
		[24, 'Regulated'],
	]),
	products: new Map([[111, 'Coffee Mug']]),
	variants: new Map([[77, 'MUG-GRY']]),
};

const said = (rules: object[], currency = 'USD') => rulesInWords(rules, { names, currency });

const OFF = { discount: { percentage_amount: '15' } };
const LIGHTING = { categories: [23] };

describe('what a promotion does, in words', () => {
	it.each<[string, object, string]>([
		['the whole cart', { cart_value: OFF }, '15 % off the whole cart'],
		[
			'money, at most so much',
			{ cart_value: { discount: { fixed_amount: '10.00' }, maximum_allowed_discount_amount: '50' } },
			'10.00 USD off the whole cart, at most 50 USD',
		],
		['every item', { cart_items: OFF }, '15 % off each item'],
		[
			'items of a category',
			{ cart_items: { ...OFF, items: LIGHTING } },
			'15 % off each item in category “Lighting” (23)',
		],
		[
			'some items, with all that can be said of them',
			{
				cart_items: {
					...OFF,
					items: LIGHTING,
					quantity: 2,
					strategy: 'LEAST_EXPENSIVE',
					exclude_items_on_sale: true,
					add_free_item: true,
					as_total: false,
					maximum_allowed_discount_amount: null,
				},
			},
			'15 % off each item in category “Lighting” (23), up to 2 items, the cheapest first, but none that is on sale, put into the cart by itself where that is possible',
		],
		[
			'all of them together',
			{ cart_items: { discount: { fixed_amount: '10.00' }, as_total: true, items: { brands: [35] } } },
			'10.00 USD off all items of brand “Example Pottery” (35) together',
		],
		[
			'a gift',
			{ gift_item: { quantity: 1, product_id: 111 } },
			'1 item of product “Coffee Mug” (111) as a gift',
		],
		[
			'a gift of a variant',
			{ gift_item: { quantity: 2, variant_id: 77, product_id: null } },
			'2 items of variant “MUG-GRY” (77) as a gift',
		],
		[
			'a set',
			{ fixed_price_set: { quantity: 3, fixed_price: '20.00', items: LIGHTING } },
			'Any 3 items in category “Lighting” (23) for 20.00 USD together',
		],
		[
			'shipping',
			{ shipping: { zone_ids: '*', free_shipping: true } },
			'Free shipping to every zone, as a shipping method of its own',
		],
		['shipping to zones', { shipping: { zone_ids: [1, 4] } }, 'Free shipping to shipping zone 1 or 4'],
	])('tells of %s', (_what, action, words) => {
		expect(said([{ action }])).toBe(`${words}, once in an order.`);
	});

	it.each<[object, string]>([
		[{ products: [111, 9] }, 'of product “Coffee Mug” (111) or 9'],
		[
			{ product_option: { type: 'string_match', name: 'Colour', values: ['red', 'blue'] } },
			'with Colour “red” or “blue”',
		],
		[{ product_custom_field: { name: 'Supplier', values: ['X'] } }, 'with custom field Supplier “X”'],
		[{ not: LIGHTING }, 'not in category “Lighting” (23)'],
		[
			{ and: [LIGHTING, { not: { or: [{ brands: [35] }, { variants: [77] }] } }] },
			'(in category “Lighting” (23) and not (of brand “Example Pottery” (35) or of variant “MUG-GRY” (77)))',
		],
	])('tells items apart: %j', (items, words) => {
		expect(said([{ action: { cart_items: { ...OFF, items } } }])).toBe(
			`15 % off each item ${words}, once in an order.`,
		);
	});

	it.each<[string, object | undefined, string]>([
		['of what is spent', { cart: { minimum_spend: '100.00' } }, ' if at least 100.00 USD is spent'],
		[
			'of items',
			{ cart: { items: LIGHTING, minimum_quantity: 2, minimum_spend: '9' } },
			' if the cart has at least 2 items in category “Lighting” (23) and at least 9 USD is spent on items in category “Lighting” (23)',
		],
		['that has no effect without items', { cart: { minimum_quantity: 2 } }, ''],
		['of items without a number of them', { cart: { items: LIGHTING } }, ' if {"items":{"categories":[23]}}'],
		[
			'of several',
			{
				and: [{ cart: { items: { brands: [35] }, minimum_quantity: 1 } }, { cart: { minimum_spend: '50' } }],
			},
			' if the cart has at least 1 item of brand “Example Pottery” (35) and at least 50 USD is spent',
		],
		['that there is not', undefined, ''],
	])('tells the condition %s', (_what, condition, words) => {
		expect(said([{ action: { cart_value: OFF }, condition }])).toBe(
			`15 % off the whole cart${words}, once in an order.`,
		);
	});

	it('tells whether what the condition counts is discounted too, by the defaults of the store', () => {
		const condition = { cart: { items: LIGHTING, minimum_quantity: 1 } };
		const set = { quantity: 2, fixed_price: '5' };
		const told = (action: object) => said([{ action, condition }]);
		expect(told({ cart_items: OFF })).toContain(', those that the condition counts left out if');
		expect(told({ cart_items: { ...OFF, include_items_considered_by_condition: true } })).toContain(
			', those that the condition counts included if',
		);
		expect(told({ fixed_price_set: set })).toContain(', those that the condition counts included if');
	});

	it('tells how often it applies, and what comes after it', () => {
		expect(said([{ action: { cart_value: OFF }, apply_once: false, stop: true }])).toBe(
			'15 % off the whole cart, as often as it applies, and no later rule counts then.',
		);
	});

	it('tells every rule, in its place', () => {
		expect(said([{ action: { cart_value: OFF } }, { action: { shipping: { zone_ids: '*' } } }])).toBe(
			'(1) 15 % off the whole cart, once in an order; (2) free shipping to every zone, once in an order.',
		);
	});

	it('names a currency where there is one', () => {
		const fixed = [{ action: { cart_value: { discount: { fixed_amount: '10.00' } } } }];
		expect(said(fixed, '*')).toBe('10.00 off the whole cart, once in an order.');
	});

	it.each<[object, string]>([
		[{ action: { teleport: { to: 'shop' } } }, '{"teleport":{"to":"shop"}}'],
		[{ action: { cart_value: { ...OFF, tiers: [1] } } }, '{"tiers":[1]}'],
		[{ action: { cart_value: { discount: { points: 3 } } } }, '{"points":3}'],
		[{ action: { cart_items: { ...OFF, items: { colour: 'red' } } } }, '{"colour":"red"}'],
		[
			{ action: { cart_items: { ...OFF, items: { product_option: { type: 'regex', name: 'x' } } } } },
			'{"product_option":{"type":"regex","name":"x"}}',
		],
		[{ action: { cart_value: OFF }, condition: { weather: 'rain' } }, '{"weather":"rain"}'],
		[{ action: { cart_value: OFF }, condition: { cart: { weight: 3 } } }, '{"weight":3}'],
		[{ action: { cart_value: OFF }, limit: 2 }, '{"limit":2}'],
	])('leaves nothing out that it does not know: %j', (rule, words) => {
		expect(said([rule])).toContain(words);
	});

	it('is not there without rules', () => {
		expect(said([])).toBeUndefined();
	});
});

describe('what rules name by numbers', () => {
	it('is found at any depth', () => {
		const rules = [
			{
				action: { gift_item: { quantity: 1, variant_id: 77, product_id: null } },
				condition: { and: [{ cart: { items: { not: { and: [LIGHTING, { brands: [35] }] } } } }] },
			},
			{ action: { shipping: { zone_ids: [4] } } },
		];
		expect(namedIn(rules)).toEqual([
			{ kind: 'variants', id: 77 },
			{ kind: 'categories', id: 23 },
			{ kind: 'brands', id: 35 },
		]);
	});
});
