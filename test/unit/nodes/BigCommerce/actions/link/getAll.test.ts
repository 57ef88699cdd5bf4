import { LINK_NAMESPACE } from '../../../../../../nodes/BigCommerce/links/Links';
import {
	advance,
	claimRecord,
	serializeLink,
	type LinkState,
} from '../../../../../../nodes/shared/linkRecord';
import { LEASE_MS, NOW } from '../../../../support/links';
import { describeThreeItems, runOperation } from '../../../../support/operationRun';
import { answering, ok, type ServiceDouble } from '../../../../support/serviceDouble';

const GET_MANY = { resource: 'link', operation: 'getAll' };

const field = (id: number, purpose: string, state: LinkState, ageMs = 0) => {
	const claimed = claimRecord(
		{ key: `abc123:order:${id}:${purpose}:1`, holder: 'h', run: '1', leaseMs: LEASE_MS },
		NOW - ageMs,
	);
	const result = advance(claimed, { state, run: '1' }, NOW - ageMs);
	if ('refused' in result) throw new Error(result.refused);
	return {
		id: 100 + id,
		resource_id: id,
		namespace: LINK_NAMESPACE,
		key: `${purpose}:1`,
		value: serializeLink(result.record),
	};
};

const FIELDS = [
	field(1, 'risk-review', 'open'),
	field(2, 'risk-review', 'claimed'),
	field(3, 'returns', 'closed'),
	field(4, 'returns', 'claimed', LEASE_MS + 1),
	{ id: 105, resource_id: 5, namespace: LINK_NAMESPACE, key: 'x', value: 'something else' },
];

const page = (data: object[]) => ok({ data, meta: { pagination: { current_page: 1, total_pages: 1 } } });

const service = (): ServiceDouble =>
	answering({
		'GET /v3/orders/metafields': page(FIELDS),
		'GET /v3/orders/1/metafields': page([FIELDS[0]]),
		'GET /v3/orders/3/metafields': page([FIELDS[2]]),
	});

const getting = async (entered: object, used = service()) => {
	const output = await runOperation({ ...GET_MANY, items: [{ ...entered }], service: used });
	return output.map(({ json }) => json);
};

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

describe('getting many links', () => {
	describeThreeItems({
		...GET_MANY,
		items: [{ filters: { objectId: '1' } }, { filters: { objectId: '2' } }, { filters: { objectId: '3' } }],
		service,
		outputs: [
			{ objectId: '1', state: 'open' },
			{ objectId: '3', state: 'closed' },
		],
		refusal: 'Item 2: BigCommerce knows no order 2 in this store',
	});

	it('asks for every object of the type by one list, in the namespace of links only', async () => {
		const used = service();
		expect(await getting({}, used)).toHaveLength(5);
		expect(used.requests).toMatchObject([
			{ path: '/v3/orders/metafields', query: { namespace: 'opentext_link' } },
		]);
	});

	it.each<[object, string[]]>([
		[{ purpose: 'returns' }, ['3', '4']],
		[{ states: ['claimed', 'open'] }, ['1', '2', '4']],
		[{ staleOnly: true }, ['4']],
		[{ purpose: 'risk-review', states: ['claimed'] }, ['2']],
		[{ states: [] }, ['1', '2', '3', '4', '5']],
	])('keeps to the filters %j', async (filters, objects) => {
		expect((await getting({ filters })).map(({ objectId }) => objectId)).toEqual(objects);
	});

	it('lets the store leave out links without a recent step', async () => {
		const used = service();
		await getting({ filters: { modifiedAfter: '2026-11-22T09:00:00.000Z' } }, used);
		expect(used.requests[0].query).toMatchObject({ 'date_modified:min': '2026-11-22T09:00:00.000Z' });
	});

	it('shows what it cannot read instead of hiding it', async () => {
		expect((await getting({})).at(-1)).toEqual({ metafieldId: 105, objectId: '5', readable: false });
	});

	it('gives up to the limit, or all', async () => {
		expect(await getting({ limit: 2 })).toHaveLength(2);
		expect(await getting({ limit: 2, returnAll: true })).toHaveLength(5);
	});

	it.each([
		{ purpose: '' },
		{ objectId: '' },
		{ modifiedAfter: null },
		{ purpose: ['a'] },
		{ staleOnly: 'maybe' },
	])('refuses a filter that would let everything through: %j', async (filters) => {
		const used = service();
		await expect(getting({ filters }, used)).rejects.toMatchObject({
			description: expect.stringContaining('Nothing was sent.'),
		});
		expect(used.requests).toEqual([]);
	});

	it('refuses an object ID that is none before anything is sent', async () => {
		const used = service();
		await expect(getting({ filters: { objectId: 'abc' } }, used)).rejects.toMatchObject({
			message: 'Item 1: Object ID "abc" does not fit the object type "Order"',
		});
		expect(used.requests).toEqual([]);
	});
});
