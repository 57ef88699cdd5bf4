import type { INodeParameters } from 'n8n-workflow';
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
});
