import type { IDataObject } from 'n8n-workflow';
import { declaredIn } from '../../../../../nodes/OpenTextWorkflow/transport/declaredVariables';

const item = (name: string, type: string | number = 'string', value = '') => ({
	dataproperty_name: name,
	dataproperty_type: type,
	dataproperty_value: value,
});

const modelOf = (dataproperties?: IDataObject[string]) => ({
	properties: { process_id: 'order', dataproperties },
});

describe('the variables that a model declares', () => {
	it.each([
		['string', 'string'],
		['int', 'integer'],
		['integer', 'integer'],
		['long', 'long'],
		['double', 'double'],
		['boolean', 'boolean'],
		['date', 'date'],
		['datetime', 'date'],
		['json', 'json'],
		['xsd:int', 'integer'],
		['Boolean', 'boolean'],
	])('declared as %s are of type %s (reference 5.1, 6.2)', (declared, type) => {
		expect(declaredIn(modelOf({ items: [item('x', declared)] }))).toEqual([{ name: 'x', type }]);
	});

	it.each(['money', 'constructor', undefined])(
		'have no type where the model names one that is none (%s)',
		(type) => {
			expect(declaredIn(modelOf({ items: [item('x', type ?? 7)] }))).toEqual([{ name: 'x' }]);
		},
	);

	it('stand in the order of the model, with what they are unless something else is said', () => {
		const items = [item('b', 'int', '3'), item('a', 'boolean', 'true'), item('c')];
		expect(declaredIn(modelOf({ items }))).toEqual([
			{ name: 'b', type: 'integer', start: '3' },
			{ name: 'a', type: 'boolean', start: 'true' },
			{ name: 'c', type: 'string' },
		]);
	});

	it('are the first of two with one name, and none without', () => {
		const items = [item('a', 'int'), item(''), item('a', 'string'), 'a', null, {}];
		expect(declaredIn(modelOf({ items }))).toEqual([{ name: 'a', type: 'integer' }]);
	});

	it.each([
		['as text', JSON.stringify({ items: [item('a')] })],
		['as a list', [item('a')]],
	])('are read %s as well, as older models write parts of themselves', (_how, held) => {
		expect(declaredIn(modelOf(held))).toEqual([{ name: 'a', type: 'string' }]);
	});

	it.each([
		['', "as in the vendor's own models"],
		[undefined, 'missing'],
		['{"items": [', 'broken'],
		[{ items: 7 }, 'no list'],
	])('are none where the model has %j (%s)', (...[held]) => {
		expect(declaredIn(modelOf(held))).toEqual([]);
	});

	it.each([{}, { properties: null }, { properties: 'x' }])(
		'are none where it has no properties (%j)',
		(model) => {
			expect(declaredIn(model)).toEqual([]);
		},
	);
});
