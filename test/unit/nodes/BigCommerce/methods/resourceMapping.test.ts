import { getRecordFields } from '../../../../../nodes/BigCommerce/methods/resourceMapping';
import { loadOptionsFunctions } from '../../../support/contexts';
import { answering } from '../../../support/serviceDouble';

const fieldsOf = async (resource: string, operation: string) => {
	const functions = loadOptionsFunctions(answering({}));
	Object.assign(functions, {
		getCurrentNodeParameter: (name: string) => (name === 'resource' ? resource : operation),
	});
	return (await getRecordFields.call(functions)).fields;
};

const idsOf = async (operation: string, wanted: (field: { required: boolean }) => boolean = () => true) =>
	(await fieldsOf('product', operation)).filter(wanted).map(({ id }) => id);

describe('the fields that the resource mapper offers for a product', () => {
	it.each([
		['create', []],
		['upsert', ['sku']],
	])('begin with what a new one must have, and by what it is found (%s)', async (operation, key) => {
		expect(await idsOf(operation, ({ required }) => required)).toEqual([
			...['name', 'type', 'price', 'weight'],
			...key,
		]);
		expect((await idsOf(operation)).length).toBeGreaterThan(60);
	});

	it('must none of them be there to change one, and leave out what only a new one takes', async () => {
		expect(await idsOf('update', ({ required }) => required)).toEqual([]);
		expect(await idsOf('update')).toContain('name');
		expect(await idsOf('update')).not.toContain('variants');
	});

	it('say their kinds, so that the editor shows a list, a switch, a calendar or a number', async () => {
		const fields = await fieldsOf('product', 'create');
		const kindOf = (name: string) => fields.find(({ id }) => id === name)?.type;
		expect(
			['sku', 'price', 'is_visible', 'preorder_release_date', 'condition', 'categories', 'custom_url'].map(
				kindOf,
			),
		).toEqual(['string', 'number', 'boolean', 'dateTime', 'options', 'array', 'object']);
		expect(fields.find(({ id }) => id === 'condition')?.options).toHaveLength(3);
	});

	it('hold nothing that publishing sets itself, or that is added by each run', async () => {
		const fields = await fieldsOf('product', 'publish');
		const ids = fields.map(({ id }) => id);
		for (const name of [
			'is_visible',
			'images',
			'videos',
			'custom_fields',
			'bulk_pricing_rules',
			'brand_name',
		]) {
			expect(ids).not.toContain(name);
		}
		const values = fields.find(({ id }) => id === 'availability')?.options?.map((option) => option.value);
		expect(values).toEqual(['available', 'preorder']);
	});

	it('are none for a record that has fields of its own in the node', async () => {
		expect(await fieldsOf('customer', 'create')).toEqual([]);
	});
});
