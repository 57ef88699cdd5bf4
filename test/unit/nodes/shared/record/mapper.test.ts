import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { ItemRun } from '../../../../../nodes/shared/itemRun';
import { amount, text } from '../../../../../nodes/shared/record/field';
import { mapped } from '../../../../../nodes/shared/record/mapper';
import { executeFunctions } from '../../../support/contexts';
import { NODE } from '../../../support/node';

const FIELDS = { name: text('Name', ''), price: amount('Price', '', { least: 0 }) };

/** @param written what stood in the mapper before n8n filled in the expressions */
const read = (mapper: IDataObject, item: IDataObject = {}, written: INodeParameters = {}) => {
	const functions = executeFunctions({ items: [{ ...item, fields: mapper }] });
	const node = { ...NODE, parameters: { fields: { value: written } } };
	Object.assign(functions, { getNode: () => node });
	return mapped(new ItemRun(functions, 0), FIELDS);
};

const below = (value: IDataObject) => ({ mappingMode: 'defineBelow', value });

describe('what a resource mapper gives', () => {
	it('is what was entered, read by its kind', () => {
		expect(read(below({ name: ' Mug ', price: '9.50' }))).toEqual({ name: 'Mug', price: 9.5 });
	});

	it('leaves out what was left alone', () => {
		expect(read(below({ name: '', price: null }))).toEqual({});
		expect(read({ mappingMode: 'defineBelow', value: null })).toEqual({});
	});

	it('is refused where an expression came to nothing, for it may have been meant to say something', () => {
		expect(() => read(below({ name: 'Mug', price: null }), {}, { price: '={{ $json.prise }}' })).toThrow(
			'Item 1: Price is empty',
		);
	});

	it('is taken from the item by the names of the fields where it maps automatically, and from nothing else', () => {
		const item = { name: 'Mug', price: 7, colour: 'grey' };
		expect(read({ mappingMode: 'autoMapInputData', value: null }, item)).toEqual({ name: 'Mug', price: 7 });
		expect(read({ mappingMode: 'autoMapInputData', value: null }, { name: '', price: null })).toEqual({});
	});

	it('is refused by the name of the field where the item holds something else', () => {
		expect(() => read({ mappingMode: 'autoMapInputData', value: null }, { price: 'cheap' })).toThrow(
			'Item 1: Price must be a number of at least 0, but it is "cheap"',
		);
	});
});
