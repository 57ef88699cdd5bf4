import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { StoreClient } from '../../../../../nodes/BigCommerce/transport/StoreClient';
import { collect } from '../../../../../nodes/shared/paging';
import { executeFunctions } from '../../../support/contexts';
import { passTime } from '../../../support/time';
import { ok, ServiceDouble, type Answers, type SentRequest } from '../../../support/serviceDouble';

const FIRST = 100;

/** Rows that leave the list as soon as its first page was read, as orders do that are shipped meanwhile. */
const LEAVING = 10;

interface List {
	/** What is asked for, as the sandbox and the descriptions have it. */
	path: string;
	query: IDataObject;
	answer(rows: IDataObject[], request: SentRequest): ReturnType<typeof ok>;
}

const numbered = (rows: IDataObject[], { query }: SentRequest): IDataObject[] => {
	const [page, limit] = [Number(query.page ?? 1), Number(query.limit)];
	return rows.slice((page - 1) * limit, page * limit);
};

const behind = (rows: IDataObject[], least: unknown): IDataObject[] =>
	rows.filter(({ id }) => Number(id) >= Number(least ?? 0));

const v3Page = (rows: IDataObject[], request: SentRequest) => {
	const data = numbered(rows, request);
	const [limit, page] = [Number(request.query.limit), Number(request.query.page ?? 1)];
	const said = { total: rows.length, total_pages: Math.ceil(rows.length / limit), current_page: page };
	return { data, meta: { pagination: { ...said, count: data.length, per_page: limit, links: {} } } };
};

const v3 = (rows: IDataObject[], request: SentRequest) => ok(v3Page(rows, request));

const ORDERS: List = {
	path: '/v2/orders',
	query: { status_id: 11 },
	answer: (rows, request) => ok(numbered(behind(rows, request.query.min_id), request)),
};

const PRODUCTS: List = {
	path: '/v3/catalog/products',
	query: { is_visible: true },
	answer: (rows, request) => v3(behind(rows, Number(request.query['id:greater'] ?? 0) + 1), request),
};

/** By cursor, as metafields and customers (BigCommerce reference 2.2): the first page has a number as well. */
const CUSTOMERS: List = {
	path: '/v3/customers',
	query: { 'customer_group_id:in': 7 },
	answer(rows, request) {
		const { after, limit, page = 1 } = request.query;
		const from = behind(rows, Number(after ?? 0) + 1);
		if (after === undefined && Number(page) > 1) return v3(rows, request);
		const data = from.slice(0, Number(limit));
		const last = data.at(-1)?.id;
		const next = from.length > data.length ? { next: `?after=${String(last)}&limit=${String(limit)}` } : {};
		const byCursor = { cursor_pagination: { count: data.length, links: next } };
		if (after !== undefined) return ok({ data, meta: byCursor });
		const { meta } = v3Page(rows, request);
		return ok({ data, meta: { ...meta, ...byCursor } });
	},
};

/** A list whose first rows leave it after its first page. */
const shrinking = ({ answer }: List, total: number): Answers => {
	let rows = Array.from({ length: total }, (_row, at): IDataObject => ({ id: FIRST + at }));
	return (request) => {
		const reply = answer(rows, request);
		rows = rows.filter(({ id }) => Number(id) >= FIRST + LEAVING);
		return reply;
	};
};

function opened(answers: Answers) {
	const service = new ServiceDouble(answers);
	const hints: string[] = [];
	const addExecutionHints: IExecuteFunctions['addExecutionHints'] = (...told) =>
		hints.push(...told.map(({ message }) => message));
	const functions = Object.assign(executeFunctions({ service }), { addExecutionHints });
	return { service, hints, client: new StoreClient(functions, { itemIndex: 0 }) };
}

const idsOf = (rows: unknown): unknown[] => (rows as IDataObject[]).map(({ id }) => id);

const range = (from: number, to: number) => Array.from({ length: to - from }, (_id, at) => from + at);

const TOTAL = 600;

describe.each([
	['orders', ORDERS],
	['products', PRODUCTS],
	['customers', CUSTOMERS],
])('a filtered list that rows leave while it is read: %s', (_what, list) => {
	const request = { path: list.path, query: list.query, subject: { name: 'the rows' } };

	it('gives every row that stayed, once, in one array', async () => {
		const { client, service } = opened(shrinking(list, TOTAL));
		expect(idsOf(await client.list(request))).toEqual(range(FIRST, FIRST + TOTAL));
		expect(
			service.requests.every(({ query }) => Object.keys(list.query).every((name) => name in query)),
		).toBe(true);
	});

	it('gives every row that stayed, once, page by page', async () => {
		const { client } = opened(shrinking(list, TOTAL));
		expect(idsOf(await collect(client.pages(request)))).toEqual(range(FIRST, FIRST + TOTAL));
	});

	it('ends at the limit', async () => {
		const { client } = opened(shrinking(list, TOTAL));
		expect(idsOf(await client.list(request, 300))).toEqual(range(FIRST, FIRST + 300));
	});

	it('costs no call more than its pages, and a list of one page none at all', async () => {
		const { client, service } = opened(shrinking(list, TOTAL));
		await client.list(request);
		expect(service.requests).toHaveLength(3);
		const short = opened(shrinking(list, 3));
		await short.client.list(request);
		expect(short.service.requests).toHaveLength(1);
	});
});

describe('a list whose pages are read by number', () => {
	const request = { path: PRODUCTS.path, query: {}, subject: { name: 'the list of products' } };

	it('says that rows may be missing when it became shorter', async () => {
		const { client, hints } = opened(shrinking(PRODUCTS, TOTAL));
		await client.list(request);
		expect(hints).toEqual([
			'Rows came or went while the list of products was read, so that some may be missing. Run again where each of them counts',
		]);
	});

	it('gives a row once that moved to a later page, and says so', async () => {
		let rows = range(FIRST, FIRST + TOTAL).map((id): IDataObject => ({ id }));
		const { client, hints } = opened((asked) => {
			const reply = v3(rows, asked);
			const [first, ...others] = rows;
			rows = [...others, first];
			return reply;
		});
		const ids = idsOf(await client.list({ ...request, query: { sort: 'date_modified' } }));
		expect(new Set(ids).size).toBe(ids.length);
		expect(hints).toHaveLength(1);
	});

	it('says nothing when nothing moved', async () => {
		const { client, hints } = opened((asked) =>
			v3(
				range(1, TOTAL).map((id) => ({ id })),
				asked,
			),
		);
		expect(await client.list(request)).toHaveLength(TOTAL - 1);
		expect(hints).toEqual([]);
	});
});

it('ends with an error where a list does not heed what it is asked for behind an id', async () => {
	const rows = range(1, 251).map((id) => ({ id }));
	const { client, service } = opened(() => ok(rows));
	await expect(
		client.list({ path: ORDERS.path, query: ORDERS.query, subject: { name: 'the list of orders' } }),
	).rejects.toThrow('The next page of the list of orders came with rows that were there already');
	expect(service.requests).toHaveLength(2);
});

it('turns by number what the user sorts or pages himself', async () => {
	const { client, service } = opened(shrinking(ORDERS, TOTAL));
	await client.list({
		path: ORDERS.path,
		query: { ...ORDERS.query, sort: 'date_created:desc' },
		subject: { name: 'the list of orders' },
	});
	expect(service.requests.some(({ query }) => 'min_id' in query)).toBe(false);
});

describe('a list that is turned by cursor', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	const request = {
		path: CUSTOMERS.path,
		query: CUSTOMERS.query,
		subject: { name: 'the list of customers' },
	};
	const first = {
		data: range(1, 251).map((id) => ({ id })),
		meta: {
			pagination: { total: 500, total_pages: 2, count: 250, current_page: 1, per_page: 250, links: {} },
			cursor_pagination: { count: 250, links: { next: '?after=250&limit=250' } },
		},
	};
	const behindIt = (body: object) => opened(({ query }) => ok(query.after === undefined ? first : body));

	it('does not end in silence with a page that says nothing of its place', async () => {
		const { client } = behindIt({ data: [], meta: {} });
		await expect(passTime(async () => await client.list(request))).rejects.toThrow(
			/for the list of customers/,
		);
	});

	it('ends with an error where its cursor does not move', async () => {
		const { client, service } = behindIt({
			data: range(251, 501).map((id) => ({ id })),
			meta: { cursor_pagination: { count: 250, links: { next: '?after=250&limit=250' } } },
		});
		await expect(client.list(request)).rejects.toThrow('came with rows that were there already');
		expect(service.requests).toHaveLength(2);
	});
});
