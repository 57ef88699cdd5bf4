import type { IDataObject } from 'n8n-workflow';
import { factsOf } from '../../../../../../nodes/BigCommerce/records/facts/fact';
import { LINES, productsIn } from '../../../../../../nodes/BigCommerce/records/facts/lines';
import { given } from '../../../../support/given';

const LAMP = { id: 7001, product_id: 111, sku: 'LAMP-RED', name: 'Desk Lamp', quantity: 2, return_id: 0 };
const DESK = { id: 7002, product_id: 112, sku: 'DESK-OAK', name: 'Desk', quantity: 1, return_id: 0 };
const CUSTOM = { id: 7003, product_id: 0, sku: '', name: 'Engraving', quantity: 1, return_id: 0 };

const products = new Map([
	[111, { categories: [23, 24, 99], warranty: '<p>24 months,<br>parts&nbsp;only</p>' }],
	[112, { categories: [23], warranty: '' }],
]);

const categoryNames = new Map([
	[23, 'Lighting'],
	[24, 'Regulated'],
]);

const facts = (...lines: IDataObject[]) => factsOf(LINES, { lines, products, categoryNames });

describe('lines of an order', () => {
	it('are as the store gives them, with the names of their categories and a readable warranty', () => {
		expect(facts(LAMP, DESK).lines).toEqual([
			{ ...LAMP, categories: 'Lighting, Regulated', warranty: '24 months, parts only' },
			{ ...DESK, categories: 'Lighting', warranty: '' },
		]);
	});

	it('of no product, or of a deleted one, are there without what the catalog would say', () => {
		expect(facts(CUSTOM, { ...LAMP, product_id: 555 }).lines).toMatchObject([
			{ name: 'Engraving', categories: '', warranty: '' },
			{ name: 'Desk Lamp', categories: '', warranty: '' },
		]);
	});

	it('name all categories, each once, so that the text can be searched', () => {
		expect(facts(LAMP, DESK, CUSTOM).categories).toBe('Lighting, Regulated');
		expect(facts(CUSTOM).categories).toBe('');
	});

	it('are one text for people', () => {
		expect(facts(LAMP, CUSTOM).linesAsText).toBe('2 × Desk Lamp (LAMP-RED)\n1 × Engraving');
	});

	it('that the shopper sent back by the store’s own button are told apart', () => {
		const returned = { ...LAMP, return_id: 12 };
		expect(facts(returned, DESK).returnedLines).toMatchObject([
			{ id: 7001, categories: 'Lighting, Regulated' },
		]);
		expect(facts(LAMP, DESK).returnedLines).toEqual([]);
	});

	it('ask the catalog once for each product, and not for lines of none', () => {
		expect(productsIn([LAMP, { ...LAMP, id: 7004 }, DESK, CUSTOM].map(given))).toEqual([111, 112]);
	});
});
