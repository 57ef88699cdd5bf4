import { readVariables, toVariables } from '../../../../../nodes/OpenTextWorkflow/actions/variableFields';
import { ItemRun } from '../../../../../nodes/shared/itemRun';
import { executeFunctions } from '../../../support/contexts';

const read = (variable: Array<{ name: string; type: string; value: unknown }>) =>
	readVariables(
		new ItemRun(executeFunctions({ items: [{ specifyVariables: 'form', variables: { variable } }] }), 0),
	);

describe('variables of a case', () => {
	it.each([
		['string', '007', '007'],
		['boolean', 'TRUE', true],
		['boolean', false, false],
		['integer', '42', 42],
		['long', 42, 42],
		['double', '1250.5', 1250.5],
		['date', '2026-11-22T10:00:00Z', '2026-11-22T10:00:00.000Z'],
		['json', '{"a": [1]}', { a: [1] }],
		['json', 'null', null],
	])('of type %s: %p becomes %p', (type, value, expected) => {
		expect(read([{ name: 'v', type, value }])).toEqual([{ name: 'v', type, value: expected }]);
	});

	it.each([
		['boolean', 'yes'],
		['integer', '1.5'],
		['integer', ''],
		['long', '9007199254740993'],
		['double', 'much'],
		['date', 'tomorrow'],
		['json', '{a}'],
	])('of type %s cannot be %p', (type, value) => {
		expect(() => read([{ name: 'v', type, value }])).toThrow(`Variable "v" is to be of type ${type}`);
	});

	it('need a name', () => {
		expect(() => read([{ name: ' ', type: 'string', value: 'x' }])).toThrow('Item 1: A variable has no name');
	});

	it('from JSON name a type only for objects and lists; the service derives the others (reference 5.1)', () => {
		expect(toVariables({ a: 1, b: 'x', c: [1], d: { e: 1 }, f: null })).toEqual([
			{ name: 'a', value: 1 },
			{ name: 'b', value: 'x' },
			{ name: 'c', value: [1], type: 'json' },
			{ name: 'd', value: { e: 1 }, type: 'json' },
			{ name: 'f', value: null },
		]);
	});
});
