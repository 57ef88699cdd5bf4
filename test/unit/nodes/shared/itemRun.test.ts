import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { ItemRun } from '../../../../nodes/shared/itemRun';
import { executeFunctions } from '../../support/contexts';

/** The second of two items, so that a reader of item 0 would be seen. */
const second = (parameters: IDataObject) =>
	new ItemRun(executeFunctions({ items: [{ other: 'item' }, parameters] }), 1);

const refusal = (read: () => unknown): unknown => {
	try {
		return read();
	} catch (error) {
		return error;
	}
};

describe('reading the parameters of one item', () => {
	it('takes the value of a resource locator, trimmed', () => {
		expect(second({ orderId: { __rl: true, mode: 'id', value: ' 4711 ' } }).text('orderId')).toBe('4711');
	});

	it.each([[undefined], [null], ['']])('reads %p as an empty text', (value) => {
		expect(second({ note: value ?? '' }).text('note')).toBe('');
	});

	it('names the field and the item when a required text is empty', () => {
		expect(refusal(() => second({ purpose: '  ' }).requiredText('purpose', 'Purpose'))).toMatchObject({
			message: 'Item 2: Purpose is empty',
			description: 'Enter the Purpose, or check the expression that should fill it.',
			context: { itemIndex: 1 },
		});
	});

	it('accepts every whole number above zero as an id', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (id) => {
				expect(second({ id }).id('id', 'Order')).toBe(id);
				expect(second({ id: String(id) }).id('id', 'Order')).toBe(id);
			}),
		);
	});

	it.each(['abc', '12a', '-1', '0', '1.5', '1e3', '', '0x1F', '９', '9007199254740993', '#100', '100,101'])(
		'refuses "%s" as an id, naming the item and the next step',
		(id) => {
			expect(refusal(() => second({ id }).id('id', 'Order'))).toMatchObject({
				message: `Item 2: Order must be a whole number, but it is "${id}"`,
				description: 'Choose it from the list or enter the number only, for example 4711. Nothing was sent.',
			});
		},
	);

	it('reads numbers, also from texts, and refuses what is none', () => {
		expect(second({ limit: '20' }).number('limit', 50)).toBe(20);
		expect(second({}).number('limit', 50)).toBe(50);
		expect(refusal(() => second({ limit: 'many' }).number('limit', 50))).toMatchObject({
			message: 'Item 2: "limit" is not a number',
		});
	});

	it('takes only true as set', () => {
		expect(second({ all: true }).flag('all')).toBe(true);
		expect(second({ all: 'true' }).flag('all')).toBe(false);
		expect(second({}).flag('all', true)).toBe(true);
	});

	it('reads a list as texts, and anything else as an empty list', () => {
		expect(second({ include: ['fees', 3] }).list('include')).toEqual(['fees', '3']);
		expect(second({ include: 'fees' }).list('include')).toEqual([]);
	});

	it('leaves out what was added to a collection and left blank, but keeps zero and no', () => {
		expect(second({ filters: { email: '', customerId: 0, isDeleted: false } }).collection('filters')).toEqual(
			{ customerId: 0, isDeleted: false },
		);
		expect(second({ filters: [] }).collection('filters')).toEqual({});
	});

	it('reads JSON given as text or as an object from an expression', () => {
		expect(second({ more: '{"a": 1}' }).json('more', 'More')).toEqual({ a: 1 });
		expect(second({ more: { a: 1 } }).json('more', 'More')).toEqual({ a: 1 });
		expect(second({ more: '  ' }).json('more', 'More')).toEqual({});
	});

	it.each([
		['{"a": ', 'Item 2: Other Fields is not valid JSON'],
		['[1]', 'Item 2: Other Fields must be a JSON object'],
		['null', 'Item 2: Other Fields must be a JSON object'],
		['7', 'Item 2: Other Fields must be a JSON object'],
	])('refuses %s where a JSON object is needed', (more, message) => {
		expect(refusal(() => second({ more }).json('more', 'Other Fields'))).toMatchObject({ message });
	});
});
