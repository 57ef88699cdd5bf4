import { byId, runOperation } from '../../../../support/operationRun';
import { ok, ServiceDouble } from '../../../../support/serviceDouble';

const GET_MANY = { resource: 'orderMetafield', operation: 'getAll' };

const listOf = (total: number) =>
	new ServiceDouble(({ query }) => {
		const [page, limit] = [Number(query.page), Number(query.limit)];
		const all = Array.from({ length: total }, (_row, index) => ({
			id: index + 1,
			namespace: 'returns',
			key: `k${index}`,
		}));
		return ok({
			data: all.slice((page - 1) * limit, page * limit),
			meta: { pagination: { current_page: page, total_pages: Math.ceil(total / limit) } },
		});
	});

describe('getting many order metafields', () => {
	it('sends the filters that were entered', async () => {
		const service = listOf(1);
		await runOperation({
			...GET_MANY,
			items: [{ ...byId(1), filters: { namespace: 'returns' } }],
			service,
		});
		expect(service.requests[0].query).toEqual({ namespace: 'returns', page: 1, limit: 50 });
	});

	it.each([{ key: '' }, { namespace: '' }, { namespace: null }, { key: { a: 1 } }])(
		'refuses a filter that would let everything through: %j',
		async (filters) => {
			const service = listOf(1);
			await expect(
				runOperation({ ...GET_MANY, items: [{ ...byId(1), filters }], service }),
			).rejects.toMatchObject({
				message: expect.stringMatching(/^Item 1: (Key|Namespace) (is empty|must be text)/),
				description: expect.stringContaining('Nothing was sent.'),
			});
			expect(service.requests).toEqual([]);
		},
	);

	it('gives up to the limit, or all', async () => {
		expect(await runOperation({ ...GET_MANY, items: [byId(1)], service: listOf(300) })).toHaveLength(50);
		expect(
			await runOperation({ ...GET_MANY, items: [{ ...byId(1), returnAll: true }], service: listOf(300) }),
		).toHaveLength(300);
	});
});
