import { piecesOf, type NamedLine } from '../../../../../nodes/BigCommerce/records/orderPieces';
import { refundOf } from '../../../../../nodes/BigCommerce/records/refund';
import { everythingLeft } from '../../../../../nodes/BigCommerce/records/refundCosts';
import {
	leftOver,
	refundable,
	refundableOrderOf,
} from '../../../../../nodes/BigCommerce/records/refundLines';
import { given } from '../../../support/given';
import { moneyText } from '../../../../../nodes/shared/money';

const order = refundableOrderOf(
	given({
		id: 7,
		total_inc_tax: '100.0000',
		products: [
			{ id: 31, sku: 'MUG', quantity: 2, quantity_refunded: 1 },
			{ id: 32, sku: 'MUG', quantity: 3, quantity_refunded: 0, wrapping_cost_inc_tax: '2.0000' },
			{ id: 33, sku: '31', quantity: 1, quantity_refunded: 0 },
			{ id: 34, sku: 'GONE', quantity: 1, quantity_refunded: 1 },
		],
		shipping_addresses: [
			{ id: 41, cost_inc_tax: '8.6400', cost_ex_tax: '8.0000', handling_cost_inc_tax: '0.0000' },
		],
		fees: [{ id: 51, cost_inc_tax: '5.0000', cost_ex_tax: '5.0000' }],
	}),
);

const refunds = [
	{
		total_amount: 12.2,
		items: [{ item_type: 'SHIPPING', item_id: 41, requested_amount: 2.2 }],
		payments: [
			{ amount: 10, is_declined: false },
			{ amount: 2.2, is_declined: true },
		],
	},
].map((refund) => refundOf(given(refund)));

const pieces = (...wanted: NamedLine[]) => {
	const found = piecesOf(refundable({ order, refunds }), wanted);
	return 'fault' in found ? found.fault : found.pieces.map(({ line, quantity }) => [line.id, quantity]);
};

describe('lines of an order that are refunded', () => {
	it('of one SKU share what is asked for, as far as pieces of them are left', () => {
		expect(pieces({ name: 'MUG', quantity: 3 })).toEqual([
			[31, 1],
			[32, 2],
		]);
		expect(pieces({ name: 'mug' })).toEqual([
			[31, 1],
			[32, 3],
		]);
	});

	it('are named by their ID, too, but a SKU goes first', () => {
		expect(pieces({ name: '32', quantity: 1 })).toEqual([[32, 1]]);
		expect(pieces({ name: '31', quantity: 1 })).toEqual([[33, 1]]);
	});

	it('named twice are taken together', () => {
		expect(pieces({ name: 'MUG', quantity: 3 }, { name: 'MUG', quantity: 1 })).toEqual([
			[31, 1],
			[32, 3],
		]);
		expect(pieces({ name: 'MUG', quantity: 3 }, { name: 'MUG', quantity: 2 })).toBe(
			'Of "MUG", 1 can be refunded, but 2 was asked for',
		);
	});

	it('with no piece asked for are left out', () => {
		expect(pieces({ name: 'GONE', quantity: 0 }, { name: '33' })).toEqual([[33, 1]]);
	});

	it('that are not there, or of which nothing is left, are named', () => {
		expect(pieces({ name: 'POT' })).toBe('The order has no line "POT"');
		expect(pieces({ name: 'GONE' })).toBe('Of "GONE", 0 can be refunded, but all was asked for');
	});
});

describe('what is left of an order', () => {
	it('is its total without what was given back; a declined payment gave nothing', () => {
		expect(moneyText(leftOver({ order, refunds }))).toBe('90.00');
	});

	it('is every piece, wrapping, shipping and fee that was not refunded yet', () => {
		expect(everythingLeft({ order, refunds }, 'inc_tax')).toEqual([
			{ item_type: 'PRODUCT', item_id: 31, quantity: 1 },
			{ item_type: 'PRODUCT', item_id: 32, quantity: 3 },
			{ item_type: 'PRODUCT', item_id: 33, quantity: 1 },
			{ item_type: 'GIFT_WRAPPING', item_id: 32, quantity: 3 },
			{ item_type: 'SHIPPING', item_id: 41, amount: 6.44 },
			{ item_type: 'FEE', item_id: 51, amount: 5 },
		]);
	});

	it('is without tax where amounts do not hold it', () => {
		expect(everythingLeft({ order, refunds: [] }, 'ex_tax')).toContainEqual({
			item_type: 'SHIPPING',
			item_id: 41,
			amount: 8,
		});
	});
});
