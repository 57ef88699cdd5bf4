import pick from 'lodash/pick';
import type { INodeParameters } from 'n8n-workflow';
import { fingerprint } from '../../nodes/shared/fingerprint';
import { byId } from '../conformance/support/operationCase';
import { useWorld } from './support/useWorld';

const NODE = 'bigCommerce';

/** The product of the sandbox that waits for its publication. */
const HIDDEN = 114;

const world = useWorld();

const run = async (operation: string, more: INodeParameters = {}) => {
	const parameters = { resource: 'product', operation, productId: byId(HIDDEN), forDecision: '', ...more };
	const { outputs, error } = await world.run(NODE, parameters);
	return { item: outputs.flat().at(0)?.json, said: `${error?.message} ${String(Object(error).description)}` };
};

const set = (value: INodeParameters): INodeParameters => ({
	fields: { mappingMode: 'defineBelow', value },
});

const version = async () => String((await run('get', { simplify: false })).item?.version);

describe('publishing a product', () => {
	it('shows it and sells it in one step, with new content, and tells what was there before', async () => {
		const { item } = await run('publish', set({ price: 95, warranty: '<p>None</p>' }));
		expect(item).toMatchObject({ is_visible: true, availability: 'available', price: 95, changed: true });
		expect(item?.before).toMatchObject({ is_visible: false, availability: 'disabled', price: 89 });
	});

	it('is refused when somebody changed the content since it was approved, and nothing is sent', async () => {
		const unchangedSince = await version();
		await run('update', set({ price: 99 }));
		const { said } = await run('publish', { ...set({ description: 'Approved' }), unchangedSince });
		expect(said).toContain(`The content of product ${HIDDEN} is not what it was`);
		expect((await run('get', { simplify: false })).item).toMatchObject({ is_visible: false, price: 99 });
	});

	it('goes on when only stock or visibility changed since', async () => {
		const unchangedSince = await version();
		await run('update', set({ inventory_level: 3, is_visible: true }));
		expect((await run('publish', { unchangedSince })).item).toMatchObject({ availability: 'available' });
	});

	it('is refused as well when shoppers see it already, with a content that nobody approved', async () => {
		const unchangedSince = await version();
		await run('publish', { unchangedSince });
		expect((await run('publish', { unchangedSince })).item).toMatchObject({ changed: false });
		await run('update', set({ name: 'Another' }));
		const { item, said } = await run('publish', { unchangedSince });
		expect(item).toBeUndefined();
		expect(said).toContain(`The content of product ${HIDDEN} is not what it was`);
	});

	it('with new content takes what it has set itself for no change, but every other for one', async () => {
		const wanted = { ...set({ price: 95 }), unchangedSince: await version() };
		await run('publish', wanted);
		await run('update', set({ description: 'Another' }));
		expect((await run('publish', wanted)).said).toContain('is not what it was');
	});

	it('that stands already is no change, although its own content is another than the approved version', async () => {
		const wanted = { ...set({ price: 95 }), unchangedSince: await version() };
		await run('publish', wanted);
		const { item } = await run('publish', wanted);
		expect(item).toMatchObject({ price: 95, changed: false, before: {} });
	});

	it('is taken back by withdrawing it, and by setting what was there before', async () => {
		const first = await version();
		const { item } = await run('publish', set({ price: 95 }));
		await run('withdraw');
		await run('update', set({ price: Number(Object(item?.before).price) }));
		expect((await run('get', { simplify: false })).item).toMatchObject({
			is_visible: false,
			availability: 'disabled',
			version: first,
		});
	});

	it('withdraws it only if its content is still the one that was decided about', async () => {
		const { item } = await run('publish');
		const unchangedSince = String(item?.version);
		await run('update', set({ price: 99 }));
		expect((await run('withdraw', { unchangedSince })).said).toContain('is not what it was');
		expect((await run('get', { simplify: false })).item).toMatchObject({ is_visible: true });
		await run('update', set({ price: 89 }));
		expect((await run('withdraw', { unchangedSince })).item).toMatchObject({
			is_visible: false,
			changed: true,
		});
	});

	it.each([
		['a price that was', { retail_price: 199 }],
		['a text about delivery', { availability_description: 'Tomorrow' }],
		['an image', { images: '[{"image_url":"https://example.com/other.jpg"}]' }],
		['a custom field', { custom_fields: '[{"name":"ISBN","value":"1"}]' }],
		[
			'a price for many',
			{ bulk_pricing_rules: '[{"quantity_min":2,"quantity_max":0,"type":"fixed","amount":1}]' },
		],
		['an address of its own', { custom_url: '{"url":"/other/","is_customized":true}' }],
		['its condition', { condition: 'Used' }],
	])('is refused when %s was set since it was approved', async (_what, changed) => {
		const unchangedSince = await version();
		await run('update', set(changed));
		expect((await run('publish', { unchangedSince })).said).toContain('is not what it was');
	});

	it('goes by what counted when its version was given, before more did', async () => {
		const names = [
			...['name', 'description', 'warranty', 'price', 'sale_price', 'categories', 'brand_id'],
			...['page_title', 'meta_description', 'meta_keywords', 'search_keywords'],
		];
		const { item } = await run('get', { simplify: false });
		const unchangedSince = names.map((name) => fingerprint(pick(item, name)).slice(0, 8)).join('');
		await run('update', set({ retail_price: 199 }));
		expect((await run('publish', { unchangedSince })).item).toMatchObject({ changed: true });
		await run('update', set({ price: 98 }));
		expect((await run('publish', { unchangedSince })).said).toContain('is not what it was');
	});

	it('stands by its version when it was renamed in the same step, whose address the store makes anew', async () => {
		const wanted = { ...set({ name: 'Renamed' }), unchangedSince: await version() };
		await run('publish', wanted);
		expect((await run('publish', wanted)).item).toMatchObject({ changed: false });
	});

	it('keeps a pre-order one, takes one that is said, and makes every other available', async () => {
		expect((await run('publish', set({ availability: 'preorder' }))).item).toMatchObject({
			is_visible: true,
			availability: 'preorder',
		});
		expect((await run('publish')).item).toMatchObject({ availability: 'preorder', changed: false });
		expect((await run('publish', set({ availability: 'available' }))).item).toMatchObject({
			availability: 'available',
		});
	});

	it('takes no withdrawn product for a wish, as fields that are mapped as they were read give it', async () => {
		const { item } = await run('publish', set({ availability: 'disabled', price: 95 }));
		expect(item).toMatchObject({ is_visible: true, availability: 'available', price: 95 });
		await run('publish', set({ availability: 'preorder' }));
		expect((await run('publish', set({ availability: 'disabled' }))).item).toMatchObject({
			availability: 'preorder',
		});
	});

	it('is made of what Get gives of a withdrawn product, mapped automatically', async () => {
		const { item: read } = await run('get', { simplify: false });
		expect(read).toMatchObject({ availability: 'disabled' });
		const parameters = {
			resource: 'product',
			operation: 'publish',
			productId: byId(HIDDEN),
			forDecision: '',
			fields: { mappingMode: 'autoMapInputData', value: null },
		};
		const { outputs } = await world.engine.run({
			node: NODE,
			parameters,
			items: [{ ...read }],
			credentials: world.credentials(NODE),
		});
		expect(outputs.flat().at(0)?.json).toMatchObject({ is_visible: true, availability: 'available' });
	});

	it('takes nothing that would be added each time, and could not be put back', async () => {
		const { said } = await run('publish', set({ images: '[{"image_url":"https://example.com/a.jpg"}]' }));
		expect(said).toContain('Fields has no field "images"');
	});
});
