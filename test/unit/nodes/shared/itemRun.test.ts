import fc from 'fast-check';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
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

	it('says of an address without an ID what to do, where n8n names neither the item nor that', () => {
		const functions = executeFunctions({ items: [{}] });
		jest.spyOn(functions, 'getNodeParameter').mockImplementation((_name, _index, _fallback, options) => {
			if (options?.extractValue) throw new Error("ERROR: Order parameter's value is invalid");
			return { __rl: true, mode: 'url', value: '../7' };
		});
		expect(refusal(() => new ItemRun(functions, 0).id('orderId', 'Order'))).toMatchObject({
			message: 'Item 1: Order must be picked by the address of its page, but it is "../7"',
			description: 'Copy the address from the browser, or choose it from the list.',
		});
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
				description: 'Choose it from the list or enter the number only, for example 4711.',
			});
		},
	);

	it('reads numbers, also from texts, and knows a field that is not there from an empty one', () => {
		expect(second({ days: '20' }).number('days', 50)).toBe(20);
		expect(second({}).number('days', 50)).toBe(50);
		expect(refusal(() => second({ days: 'many' }).number('days', 50))).toMatchObject({
			message: 'Item 2: Days must be a number, but it is "many"',
		});
	});

	it.each(['', null, 0, -1, 2.5, '0', '-1', '2.5', 'all', true, [], {}])(
		'refuses %j as a limit, instead of giving no rows or other rows without a word (K13)',
		(limit) => {
			expect(refusal(() => second({ limit }).limit())).toMatchObject({
				message: expect.stringMatching(/^Item 2: Limit must be a whole number of at least 1, but it is /),
				description: 'Enter a number, or check the expression that should fill it.',
			});
		},
	);

	it('reads the limit of a list, which Return All lifts', () => {
		expect(second({ limit: 7 }).limit()).toBe(7);
		expect(second({ limit: '7' }).limit()).toBe(7);
		expect(second({}).limit()).toBe(50);
		expect(second({ returnAll: true, limit: '' }).limit()).toBe(Number.POSITIVE_INFINITY);
	});

	it('reads a yes or no, which an expression may say as text, and refuses anything else', () => {
		expect(second({ all: true }).flag('all')).toBe(true);
		expect(second({ all: 'true' }).flag('all')).toBe(true);
		expect(second({ all: ' False ' }).flag('all', true)).toBe(false);
		expect(second({}).flag('all', true)).toBe(true);
		for (const all of ['', null, 'yes', 1, 0, {}]) {
			expect(refusal(() => second({ all }).flag('all'))).toMatchObject({
				message: expect.stringMatching(/^Item 2: All must be true or false, but it is /),
			});
		}
	});

	it('reads several choices, also from one text, and refuses what cannot be chosen', () => {
		expect(second({ include: ['fees', 3] }).list('include')).toEqual(['fees', '3']);
		expect(second({ include: 'fees, coupons' }).list('include')).toEqual(['fees', 'coupons']);
		expect(second({ include: '' }).list('include')).toEqual([]);
		expect(refusal(() => second({ include: ['fee'] }).list('include', ['fees', 'coupons']))).toMatchObject({
			message: 'Item 2: Include has no choice "fee"',
			description: 'Choose from the list: fees, coupons.',
		});
	});

	it.each([{ by: 'Ada' }, ['Ada']])('never writes [object Object]: %j in a text is refused (K13)', (note) => {
		expect(refusal(() => second({ note }).text('note'))).toMatchObject({
			message: expect.stringMatching(/^Item 2: Note must be text, but it is (an object|a list)$/),
			description: 'Pick the field of it that you mean, or put JSON.stringify( ) around it.',
		});
	});

	it('writes an object as JSON where a field takes JSON as text', () => {
		const read = (value: unknown) =>
			second({ value: value as IDataObject[string] }).requiredTextOrJson('value', 'Value');
		expect(read({ by: 'Ada' })).toBe('{"by":"Ada"}');
		expect(read([1, 2])).toBe('[1,2]');
		expect(read('plain')).toBe('plain');
		expect(refusal(() => read({ id: 2 ** 60 }))).toMatchObject({
			description: 'Check the expression that makes it; write a long number as text.',
		});
	});

	const FIELDS: INodeProperties[] = [
		{ displayName: 'Email', name: 'email', type: 'string', default: '' },
		{
			displayName: 'Customer ID',
			name: 'customerId',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 0 },
			default: 0,
		},
		{ displayName: 'Archived', name: 'archived', type: 'boolean', default: false },
		{ displayName: 'Created After', name: 'createdAfter', type: 'dateTime', default: '' },
		{
			displayName: 'State',
			name: 'state',
			type: 'options',
			options: [
				{ name: 'Open', value: 'open' },
				{ name: 'Two', value: 2 },
			],
			default: 'open',
		},
		{
			displayName: 'Status Name or ID',
			name: 'statusId',
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getStatuses' },
			default: '',
		},
		{
			displayName: 'Include',
			name: 'include',
			type: 'multiOptions',
			options: [{ name: 'Fees', value: 'fees' }],
			default: [],
		},
		{ displayName: 'More (JSON)', name: 'more', type: 'json', default: '{}' },
	];

	it('reads a collection by the kinds of its fields', () => {
		const filters = {
			email: ' ada@example.com ',
			customerId: '0',
			archived: 'true',
			createdAfter: '2026-06-05 10:00',
			state: '2',
			statusId: 11,
			include: 'fees',
			more: '{"a": 1}',
		};
		expect(second({ filters }).filters('filters', FIELDS)).toEqual({
			email: 'ada@example.com',
			customerId: 0,
			archived: true,
			createdAfter: '2026-06-05T10:00:00.000Z',
			state: 2,
			statusId: '11',
			include: ['fees'],
			more: { a: 1 },
		});
	});

	it('leaves out what was added to a collection and left blank, but keeps zero and no', () => {
		const changes = { email: '', customerId: 0, archived: false };
		expect(second({ changes }).fields('changes', FIELDS)).toEqual({ customerId: 0, archived: false });
		expect(second({ changes: [] }).fields('changes', FIELDS)).toEqual({});
		expect(second({}).fields('changes', FIELDS)).toEqual({});
	});

	it('refuses an expression that came to nothing, by name', () => {
		expect(refusal(() => second({ changes: { email: null } }).fields('changes', FIELDS))).toMatchObject({
			message: 'Item 2: Email is empty',
			description: 'Remove it from Changes, or check the expression that should fill it.',
		});
	});

	it.each([null, 'all', 7, [{}], true])(
		'refuses filters that an expression turned into %j: they would give everything',
		(filters) => {
			expect(refusal(() => second({ filters }).filters('filters', FIELDS))).toMatchObject({
				message: 'Item 2: Filters must be fields with values, but an expression gives something else',
			});
		},
	);

	it('refuses a blank filter, which would give everything', () => {
		expect(refusal(() => second({ filters: { customerId: '' } }).filters('filters', FIELDS))).toMatchObject({
			message: 'Item 2: Customer ID is empty',
		});
	});

	it.each<[string, IDataObject, string]>([
		['a text where a number is needed', { customerId: 'Ada' }, 'Customer ID must be a whole number of at'],
		['half a customer', { customerId: 1.5 }, 'Customer ID must be a whole number of at least 0'],
		['a word where yes or no is needed', { archived: 'perhaps' }, 'Archived must be true or false'],
		['what is no date', { createdAfter: 'yesterday' }, 'Created After must be a date and time'],
		['an unknown choice', { state: 'closed' }, 'State has no choice "closed"'],
		['an unknown choice of several', { include: ['fee'] }, 'Include has no choice "fee"'],
		['broken JSON', { more: '{' }, 'More (JSON) is not valid JSON'],
		['an object in a text', { email: { by: 'Ada' } }, 'Email must be text, but it is an object'],
		['a field that is not there any more', { mail: 'x' }, 'Changes has no field "mail"'],
	])('refuses %s by the name of the field (K12, K13)', (_what, changes, message) => {
		expect(refusal(() => second({ changes }).fields('changes', FIELDS))).toMatchObject({
			message: expect.stringContaining(`Item 2: ${message}`),
		});
	});

	it('reads rows, and never takes something else for none', () => {
		const row = { email: 'ada@example.com' };
		expect(second({ signers: { signer: [row] } }).rows('signers', 'signer')).toEqual([row]);
		expect(second({ signers: {} }).rows('signers', 'signer')).toEqual([]);
		expect(second({}).rows('signers', 'signer')).toEqual([]);
		for (const signers of ['ada@example.com', { signer: 'ada@example.com' }, { signer: [row, 'x'] }, 7]) {
			expect(refusal(() => second({ signers }).rows('signers', 'signer'))).toMatchObject({
				message: 'Item 2: Signers must be rows of values, but something else was given',
			});
		}
	});

	it('tells whether a field of a collection holds something', () => {
		const run = second({ options: { comment: 'x', blank: '', missing: null, no: false } });
		expect(['comment', 'blank', 'missing', 'no', 'other'].map((name) => run.has(`options.${name}`))).toEqual([
			true,
			false,
			false,
			true,
			false,
		]);
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
