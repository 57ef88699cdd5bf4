import type { INodeParameters } from 'n8n-workflow';
import { resources } from '../../../../../../nodes/BigCommerce/actions';
import { runOperation } from '../../../../support/operationRun';
import { answering, ok, ServiceDouble } from '../../../../support/serviceDouble';
import { passTime } from '../../../../support/time';

const GET_MANY = { resource: 'order', operation: 'getAll' };

const rows = (count: number, from = 1) =>
	Array.from({ length: count }, (_row, index) => ({ id: from + index, staff_notes: 'n' }));

const listOf = (total: number) =>
	new ServiceDouble(({ query }) => {
		const [page, limit] = [Number(query.page), Number(query.limit)];
		const found = rows(total).slice((page - 1) * limit, page * limit);
		return found.length ? ok(found) : { status: 204 };
	});

/** Every filter of `GET /orders` (BigCommerce reference 3.2): field of the editor, parameter of the API, a value. */
const FILTERS: Array<[string, string, string | number]> = [
	['cartId', 'cart_id', 'd30016e2-23c0-4a90-884f-2e92ac135476'],
	['channelId', 'channel_id', 2],
	['customerId', 'customer_id', 0],
	['email', 'email', 'ada@example.com'],
	['externalOrderId', 'external_order_id', 'X-1'],
	['maxDateCreated', 'max_date_created', '2026-11-22T09:00:00.000Z'],
	['maxDateModified', 'max_date_modified', '2026-11-22T09:00:00.000Z'],
	['maxId', 'max_id', 9],
	['maxTotal', 'max_total', 99.5],
	['minDateCreated', 'min_date_created', '2026-11-21T09:00:00.000Z'],
	['minDateModified', 'min_date_modified', '2026-11-21T09:00:00.000Z'],
	['minId', 'min_id', 2],
	['minTotal', 'min_total', 0.5],
	['paymentMethod', 'payment_method', 'Credit Card'],
	['statusId', 'status_id', 0],
];

const queryOf = async (parameters: Parameters<typeof runOperation>[0]['items']) => {
	const service = listOf(1);
	await runOperation({ ...GET_MANY, items: parameters, service });
	return service.requests[0].query;
};

describe('getting many orders', () => {
	it.each(FILTERS)('sends the filter %s as %s', async (field, parameter, value) => {
		expect(await queryOf([{ filters: { [field]: value } }])).toEqual({
			[parameter]: value,
			page: 1,
			limit: 50,
		});
	});

	it('sends times in UTC, and reads one without a zone in that of the workflow', async () => {
		const filters = {
			minDateCreated: '2026-11-22T10:00:00.000+01:00',
			maxDateCreated: '2026-11-22T10:00:00',
		};
		expect(await queryOf([{ filters }])).toMatchObject({
			min_date_created: '2026-11-22T09:00:00.000Z',
			max_date_created: '2026-11-22T10:00:00.000Z',
		});
	});

	it('refuses a time that is none, before anything is sent', async () => {
		await expect(queryOf([{ filters: { minDateModified: 'last week' } }])).rejects.toThrow(
			'Modified After must be a date and time, but it is "last week"',
		);
	});

	it('offers exactly the filters of the reference', () => {
		const operations = resources.find(({ option }) => option.value === 'order')?.operations;
		const filters = operations?.getAll.fields.find(({ name }) => name === 'filters');
		expect(filters?.options?.map(({ name }) => name).sort()).toEqual(FILTERS.map(([field]) => field).sort());
	});

	it.each<[INodeParameters, string]>([
		[{ filters: { email: '' } }, 'Customer Email is empty'],
		[{ filters: { statusId: '' } }, 'Status Name or ID is empty'],
		[
			{ filters: { statusId: 'shipped' } },
			'Status must be a whole number of at least 0, but it is "shipped"',
		],
		[{ filters: { statusId: 11.5 } }, 'Status must be a whole number of at least 0, but it is "11.5"'],
		[{ filters: { minId: 1.5 } }, 'Min ID must be a whole number of at least 1, but it is "1.5"'],
		[{ filters: { customerId: -1 } }, 'Customer ID must be a whole number of at least 0, but it is "-1"'],
		[{ filters: { minTotal: 'much' } }, 'Min Total must be a number of at least 0, but it is "much"'],
		[{ filters: { externalOrderId: { a: 1 } } }, 'External Order ID must be text, but it is an object'],
		[{ filters: { maxDateCreated: '' } }, 'Created Before is empty'],
		[{ limit: '' }, 'Limit must be a whole number of at least 1, but it is empty'],
		[{ limit: null }, 'Limit must be a whole number of at least 1, but it is empty'],
		[{ limit: 0 }, 'Limit must be a whole number of at least 1, but it is "0"'],
		[{ limit: -1 }, 'Limit must be a whole number of at least 1, but it is "-1"'],
		[{ limit: 2.5 }, 'Limit must be a whole number of at least 1, but it is "2.5"'],
		[{ options: { sort: 'total' } }, 'Sort By has no choice "total"'],
		[{ simplify: false, options: { include: ['secrets'] } }, 'Include has no choice "secrets"'],
	])('refuses %j by name before anything is sent', async (parameters, message) => {
		const service = listOf(1);
		await expect(runOperation({ ...GET_MANY, items: [parameters], service })).rejects.toMatchObject({
			message: `Item 1: ${message}`,
			description: expect.stringContaining('Nothing was sent.'),
		});
		expect(service.requests).toEqual([]);
	});

	it('is refused whole when its second page cannot be read (503 orders, JSON cut off)', async () => {
		jest.useFakeTimers();
		const pages = [ok(rows(250)), ok('[{"id": 251}, {"id')];
		const work = async () =>
			await runOperation({
				...GET_MANY,
				items: [{ returnAll: true }],
				service: answering({ 'GET /v2/orders': pages }),
			});
		await expect(passTime(work)).rejects.toThrow(/BigCommerce answered with text that cannot be read/);
		jest.useRealTimers();
	});

	it('gives up to the limit, 50 unless told', async () => {
		expect(await runOperation({ ...GET_MANY, service: listOf(60) })).toHaveLength(50);
		expect(await runOperation({ ...GET_MANY, items: [{ limit: 3 }], service: listOf(60) })).toHaveLength(3);
	});

	it('gives all, page by page of 250', async () => {
		const service = listOf(600);
		const output = await runOperation({ ...GET_MANY, items: [{ returnAll: true }], service });
		expect(output.map(({ json }) => json.id)).toEqual(rows(600).map(({ id }) => id));
		// V2 tells no totals: of pages that are read side by side, some may lie behind the end.
		expect(service.requests.map(({ query }) => [query.page, query.limit])).toEqual([
			[1, 250],
			[2, 250],
			[3, 250],
			[4, 250],
			[5, 250],
		]);
	});

	it('pairs every order with its item', async () => {
		const output = await runOperation({
			...GET_MANY,
			items: [{ limit: 2 }, { limit: 1 }],
			service: listOf(5),
		});
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }, { item: 1 }]);
	});

	it('gives simplified orders unless told otherwise', async () => {
		const [simple] = await runOperation({ ...GET_MANY, service: listOf(1) });
		const [whole] = await runOperation({ ...GET_MANY, items: [{ simplify: false }], service: listOf(1) });
		expect([simple.json, whole.json]).toEqual([{ id: 1 }, { id: 1, staff_notes: 'n' }]);
	});

	it.each([
		[{ sort: 'date_modified', direction: 'desc' }, 'date_modified:desc'],
		[{ sort: 'status_id' }, 'status_id:asc'],
		[{ direction: 'desc' }, 'id:desc'],
	])('sorts by %j', async (options, sort) => {
		expect(await queryOf([{ options }])).toMatchObject({ sort });
	});

	it('asks for consignments in the structure that they need', async () => {
		expect(await queryOf([{ simplify: false, options: { include: ['consignments'] } }])).toMatchObject({
			include: 'consignments',
			consignment_structure: 'object',
		});
	});

	it('gives nothing for an empty list', async () => {
		expect(await runOperation({ ...GET_MANY, service: listOf(0) })).toEqual([]);
	});
});
