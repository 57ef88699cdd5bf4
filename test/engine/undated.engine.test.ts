import type { INodeParameters } from 'n8n-workflow';
import { mapped } from '../conformance/support/operationCase';
import { leap, withLeapingSleep } from './support/leapingTime';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

const world = useWorld();

const run = async (parameters: INodeParameters) => {
	world.sandbox.context.exchanges.clear();
	const { outputs, error } = await leap(
		async () =>
			await world.engine.run({
				node: 'bigCommerce',
				parameters,
				items: [{}],
				credentials: world.credentials('bigCommerce'),
			}),
	);
	return { items: outputs.flat().map(({ json }) => json), error };
};

const methods = () =>
	world.sandbox.context.exchanges.list({ service: 'bigcommerce' }).map(({ method }) => method);

/** What does not say when it was made, so that a lost answer leaves the question whose a record is. */
const KINDS: ReadonlyArray<
	readonly [what: string, path: string, create: INodeParameters, older: INodeParameters, id: string]
> = [
	[
		'Brand',
		'/catalog/brands$',
		{ resource: 'brand', operation: 'create', name: 'Pottery' },
		{ additionalFields: { pageTitle: 'All Pots' } },
		'id',
	],
	[
		'Category',
		'/catalog/trees/categories$',
		{
			resource: 'category',
			operation: 'create',
			...mapped({ name: 'Lamps', parent_id: 23, tree_id: 1 }),
		},
		mapped({ name: 'Lamps', parent_id: 23, tree_id: 1, description: 'Old' }),
		'category_id',
	],
];

describe.each(KINDS)('%s: Create, whose answer is lost', (_what, path, create, more, id) => {
	const cut = (kind: 'resetAfter' | 'resetBefore') =>
		world.sandbox.context.faults.add({ service: 'bigcommerce', kind, method: 'POST', path, times: 1 });

	it('finds what it made, and costs no look before', async () => {
		cut('resetAfter');
		const { items, error } = await run(create);
		expect(error).toBeUndefined();
		expect(items).toEqual([expect.objectContaining({ [id]: expect.any(Number) })]);
		expect(methods()).toEqual(['POST', 'GET']);
	});

	it('never tells one that stood before and holds something else as its own', async () => {
		const [older] = (await run({ ...create, ...more })).items;
		expect(older).toEqual(expect.objectContaining({ [id]: expect.any(Number) }));
		cut('resetBefore');
		const { items, error } = await run(create);
		expect(items).toEqual([]);
		expect(String(error?.description)).toMatch(/It is not known whether the (brand|category) was created/);
		expect(methods().filter((method) => method === 'POST')).toHaveLength(1);
	});
});
