import type { IDataObject } from 'n8n-workflow';
import { factsOf } from '../../../../../../nodes/BigCommerce/records/facts/fact';
import { STOCK, variantsIn } from '../../../../../../nodes/BigCommerce/records/facts/stock';
import { given } from '../../../../support/given';

const LAMP = { id: 7001, variant_id: 211, sku: 'LAMP-RED', name: 'Desk Lamp', quantity: 2 };
const DESK = { id: 7002, variant_id: 212, sku: 'DESK-OAK', name: 'Desk', quantity: 1 };
const CUSTOM = { id: 7003, variant_id: 0, sku: '', name: 'Engraving', quantity: 1 };

const facts = (available: Record<number, number>, ...lines: IDataObject[]) =>
	factsOf(STOCK, {
		lines,
		available: new Map(Object.entries(available).map(([id, level]) => [Number(id), level])),
	});

describe('what an order lacks', () => {
	it('is what the stock stands below zero, for the order has taken its pieces already', () => {
		expect(facts({ 211: -1, 212: 4 }, LAMP, DESK)).toEqual({
			shortages: [{ id: 7001, sku: 'LAMP-RED', name: 'Desk Lamp', ordered: 2, missing: 1 }],
			shortagesAsText: 'LAMP-RED 1',
		});
	});

	it('is nothing when it took the last two pieces', () => {
		expect(facts({ 211: 0, 212: 0 }, LAMP, DESK)).toEqual({ shortages: [], shortagesAsText: '' });
	});

	it('is never more than waits: what was shipped or refunded lacks no more', () => {
		expect(facts({ 211: -9 }, LAMP).shortages).toMatchObject([{ ordered: 2, missing: 2 }]);
		expect(facts({ 211: -9 }, { ...LAMP, quantity_shipped: 1 }).shortages).toMatchObject([{ missing: 1 }]);
		expect(facts({ 211: -9 }, { ...LAMP, quantity_shipped: 1, quantity_refunded: 1 }).shortages).toEqual([]);
	});

	it('lacks once where two lines want the same, the later line first', () => {
		expect(facts({ 211: -3 }, LAMP, { ...LAMP, id: 7004 })).toMatchObject({
			shortages: [
				{ id: 7001, missing: 1 },
				{ id: 7004, missing: 2 },
			],
			shortagesAsText: 'LAMP-RED 1\nLAMP-RED 2',
		});
	});

	it('is not known of what has no stock of its own', () => {
		expect(facts({}, LAMP, CUSTOM).shortages).toEqual([]);
	});

	it('is asked about once for each variant that still waits', () => {
		const sent = { ...DESK, quantity_shipped: 1 };
		expect(variantsIn([LAMP, { ...LAMP, id: 7004 }, sent, CUSTOM].map(given))).toEqual([211]);
	});
});
