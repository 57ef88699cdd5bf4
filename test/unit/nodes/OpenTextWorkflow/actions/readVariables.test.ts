import fc from 'fast-check';
import { DateTime } from 'luxon';
import { readVariables } from '../../../../../nodes/OpenTextWorkflow/actions/readVariables';
import { ItemRun } from '../../../../../nodes/shared/itemRun';
import { executeFunctions } from '../../../support/contexts';

const ZONE = 'Europe/Berlin';

const runOf = (parameters: Record<string, unknown>) => {
	const functions = executeFunctions();
	functions.getTimezone = () => ZONE;
	Reflect.set(functions, 'getNodeParameter', (name: string, _index: number, fallback: unknown) =>
		Object.hasOwn(parameters, name) ? parameters[name] : fallback,
	);
	return new ItemRun(functions, 0);
};

type Row = { name?: unknown; type?: unknown; value?: unknown };

const read = (...variable: Row[]) =>
	readVariables(runOf({ specifyVariables: 'form', variables: { variable } }));

const readJson = (variablesJson: unknown) =>
	readVariables(runOf({ specifyVariables: 'json', variablesJson }));

describe('variables of a case', () => {
	it.each([
		['string', '007', '007'],
		['string', ' two  blanks ', ' two  blanks '],
		['string', '', ''],
		['string', 7, '7'],
		['string', true, 'true'],
		['boolean', 'TRUE', true],
		['boolean', false, false],
		['integer', '42', 42],
		['integer', '-2147483648', -2147483648],
		['long', 42, 42],
		['long', '9007199254740991', 9007199254740991],
		['double', '1250.5', 1250.5],
		['double', '12.50', 12.5],
		['date', '2026-11-22T10:00:00Z', '2026-11-22T10:00:00.000Z'],
		['json', '{"a": [1]}', { a: [1] }],
		['json', { a: [1] }, { a: [1] }],
		['json', ['x'], ['x']],
		['json', 'null', null],
	])('of type %s: %p becomes %p', (type, value, expected) => {
		expect(read({ name: 'v', type, value })).toEqual([{ name: 'v', type, value: expected }]);
	});

	it.each([
		['2026-06-05 10:00', '2026-06-05T08:00:00.000Z'],
		['2026-01-05T10:00', '2026-01-05T09:00:00.000Z'],
		['2026-06-05', '2026-06-04T22:00:00.000Z'],
		['2026-06-05T10:00:00+05:30', '2026-06-05T04:30:00.000Z'],
		['2026-06-05 10:00Z', '2026-06-05T10:00:00.000Z'],
		[new Date('2026-06-05T10:00:00Z'), '2026-06-05T10:00:00.000Z'],
		[DateTime.fromISO('2026-06-05T10:00', { zone: 'utc' }), '2026-06-05T10:00:00.000Z'],
	])('a date without a zone means the workflow’s own: %s', (value, expected) => {
		expect(read({ name: 'v', type: 'date', value })).toEqual([{ name: 'v', type: 'date', value: expected }]);
	});

	it.each([
		['boolean', 'yes'],
		['boolean', 1],
		['boolean', ''],
		['integer', '1.5'],
		['integer', ''],
		['integer', '2147483648'],
		['integer', '0x10'],
		['integer', [7]],
		['integer', true],
		['double', 'much'],
		['double', '1,5'],
		['double', NaN],
		['double', Infinity],
		['date', 'tomorrow'],
		['date', '05.06.2026'],
		['date', '2026-02-30'],
		['date', 1_770_000_000_000],
		['json', '{a}'],
		['json', ''],
		['json', { a: { b: NaN } }],
		['json', { a: [Infinity] }],
	])('of type %s cannot be %p', (type, value) => {
		expect(() => read({ name: 'v', type, value })).toThrow(`Item 1: Variable "v" of type ${type}`);
	});

	it.each(['boolean', 'date', 'double', 'integer', 'json', 'long', 'string'])(
		'of type %s are refused when an expression came to nothing',
		(type) => {
			for (const value of [undefined, null]) {
				expect(() => read({ name: 'v', type, value })).toThrow(`Variable "v" of type ${type} is empty`);
			}
		},
	);

	it.each([
		['long', '9007199254740993'],
		['long', 2 ** 53 + 2],
		['long', '-9007199254740993'],
		['integer', '12345678901234567890'],
		['double', '0.12345678901234567890123'],
		['double', '12345678901234567.5'],
	])('of type %s are not rounded: %p is refused with what to do', (type, value) => {
		const refused = () => read({ name: 'v', type, value });
		expect(refused).toThrow('has more digits than can be kept');
		expect(refused).toThrow(
			expect.objectContaining({
				description: 'Write it as text; where its type is set, that must be String.',
			}),
		);
	});

	it.each([
		'{"id": 9007199254740993}',
		'[1, 12345678901234567890]',
		'{"a": {"b": 0.1234567890123456789012}}',
		{ id: 9007199254740994 },
		[[2 ** 60]],
	])('as JSON are not rounded either: %j', (value) => {
		expect(() => read({ name: 'v', type: 'json', value })).toThrow(
			expect.objectContaining({ description: expect.stringMatching(/write .*as text/i) }),
		);
	});

	it.each([{ by: 'Ada' }, ['Ada'], [], {}, [[1]]])('of type string do not take %j for text', (value) => {
		expect(() => read({ name: 'v', type: 'string', value })).toThrow(
			expect.objectContaining({ description: expect.stringContaining('Choose type JSON') }),
		);
	});

	it('need a name, a known type, and each name once', () => {
		expect(() => read({ name: ' ', type: 'string', value: 'x' })).toThrow('Item 1: A variable has no name');
		expect(() => read({ name: 'v', type: 'constructor', value: 'x' })).toThrow('has no type "constructor"');
		expect(() =>
			read({ name: 'v', type: 'string', value: 'x' }, { name: ' v', type: 'long', value: 1 }),
		).toThrow('Variable "v" is given twice');
	});

	it('keep every whole number that JavaScript can keep, and refuse every other', () => {
		fc.assert(
			fc.property(fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }), (number) => {
				const isKept = number >= BigInt(Number.MIN_SAFE_INTEGER) && number <= BigInt(Number.MAX_SAFE_INTEGER);
				const reading = () => read({ name: 'v', type: 'long', value: String(number) })[0].value;
				if (isKept) expect(BigInt(String(reading()))).toBe(number);
				else expect(reading).toThrow(/digits|whole number/);
			}),
		);
	});

	it('from JSON name a type only for objects, lists and dates; the service derives the others (reference 5.1)', () => {
		const at = new Date('2026-06-05T10:00:00Z');
		expect(readJson({ a: 1, b: 'x', c: [1], d: { e: 1 }, f: null, g: at })).toEqual([
			{ name: 'a', value: 1 },
			{ name: 'b', value: 'x' },
			{ name: 'c', value: [1], type: 'json' },
			{ name: 'd', value: { e: 1 }, type: 'json' },
			{ name: 'f', value: null },
			{ name: 'g', value: '2026-06-05T10:00:00.000Z', type: 'date' },
		]);
	});

	it.each([
		['{"orderId": 9007199254740993}', 'has more digits'],
		['{"a": {"b": [1e400]}}', 'has more digits'],
		[{ a: { b: NaN } }, 'that is none'],
		[{ a: undefined }, 'Variable "a" in Variables (JSON) is empty'],
		['{"": 1}', 'has no name'],
		['[1]', 'must be a JSON object'],
		['{"a": 1', 'is not valid JSON'],
		[7, 'must be a JSON object'],
	])('from JSON are refused when they cannot be what was meant: %j', (value, said) => {
		expect(() => readJson(value)).toThrow(said);
	});
});
