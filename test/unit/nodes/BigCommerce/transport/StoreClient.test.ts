import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { StoreClient, type StoreRequest } from '../../../../../nodes/BigCommerce/transport/StoreClient';
import { executeFunctions } from '../../../support/contexts';
import { CREDENTIAL } from '../../../support/node';
import { answering, ok, ServiceDouble, v3, type Answer } from '../../../support/serviceDouble';
import { passTime } from '../../../support/time';

const SUBJECT: StoreRequest['subject'] = { name: 'the things', scope: 'Orders' };

const ORDER = ok({ id: 7 });

const clientOf = (service: ServiceDouble, credential: ICredentialDataDecryptedObject = CREDENTIAL) =>
	new StoreClient(executeFunctions({ service, credential }), { itemIndex: 1 });

const always = (answer: Answer) => new ServiceDouble(() => answer);

const rows = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_row, index) => ({ id: from + index }));

/** A V2 list of so many rows: bare arrays, 204 for an empty page (BigCommerce reference 2.1). */
const v2List = (total: number) =>
	new ServiceDouble(({ query }) => {
		const [page, limit] = [Number(query.page), Number(query.limit)];
		const found = rows(1, total).slice((page - 1) * limit, page * limit);
		return found.length ? ok(found) : { status: 204 };
	});

/** A V3 list of so many rows in its envelope (reference 2.1). */
const v3List = (total: number) =>
	new ServiceDouble(({ query }) => {
		const [page, limit] = [Number(query.page), Number(query.limit)];
		return ok({
			data: rows(1, total).slice((page - 1) * limit, page * limit),
			meta: { pagination: { total, current_page: page, total_pages: Math.ceil(total / limit) } },
		});
	});

const list = async (service: ServiceDouble, path: string, limit?: number) =>
	await clientOf(service).list({ path, subject: SUBJECT }, limit);

describe('addresses and headers', () => {
	it.each([
		['https://api.bigcommerce.com', 'https://api.bigcommerce.com/stores/abc123/v2/orders/7'],
		['https://api.bigcommerce.com/', 'https://api.bigcommerce.com/stores/abc123/v2/orders/7'],
		['http://127.0.0.1:4010/bigcommerce//', 'http://127.0.0.1:4010/bigcommerce/stores/abc123/v2/orders/7'],
		['', 'https://api.bigcommerce.com/stores/abc123/v2/orders/7'],
	])('come from the base URL "%s"', async (baseUrl, url) => {
		const service = always(ORDER);
		await clientOf(service, { ...CREDENTIAL, baseUrl }).get({ path: '/v2/orders/7', subject: SUBJECT });
		expect(service.requests[0].options.url).toBe(url);
	});

	it('carry no secret of their own: n8n puts the token in', async () => {
		const service = always(ORDER);
		await clientOf(service).get({ path: '/v2/orders/7', subject: SUBJECT });
		expect(service.requests[0].credential).toBe('bigCommerceApi');
		expect(JSON.stringify(service.requests[0].options)).not.toContain(CREDENTIAL.accessToken);
	});

	it.each(['', 'abc 123', 'abc/123', '../x', 'stores/abc', 'ä'])(
		'are not made of the store hash "%s": the item is named and nothing is sent',
		async (storeHash) => {
			const service = always(ORDER);
			const sent = clientOf(service, { ...CREDENTIAL, storeHash }).get({
				path: '/v2/orders/7',
				subject: SUBJECT,
			});
			await expect(sent).rejects.toMatchObject({
				message: 'Item 2: The store hash in the BigCommerce credential is not valid',
			});
			expect(service.requests).toEqual([]);
		},
	);

	it.each(['api.bigcommerce.com', 'ftp://example.com', 'https://', 'not an address'])(
		'are not made of the base URL "%s": the item is named and nothing is sent',
		async (baseUrl) => {
			const service = always(ORDER);
			await expect(clientOf(service, { ...CREDENTIAL, baseUrl }).store()).rejects.toMatchObject({
				message: 'Item 2: The base URL in the BigCommerce credential is not an address',
			});
			expect(service.requests).toEqual([]);
		},
	);

	it('forgive blanks around the store hash', async () => {
		expect(await clientOf(always(ORDER), { ...CREDENTIAL, storeHash: ' abc123 ' }).store()).toMatchObject({
			hash: 'abc123',
		});
	});
});

describe('envelopes (reference 2.1)', () => {
	it('are none for a record of V2', async () => {
		const service = always(ok({ id: 7 }));
		expect(await clientOf(service).get({ path: '/v2/orders/7', subject: SUBJECT })).toEqual({
			id: 7,
		});
	});

	it('are opened for a record of V3', async () => {
		const service = always(v3({ id: 7 }));
		expect(await clientOf(service).get({ path: '/v3/x/7', subject: SUBJECT })).toEqual({
			id: 7,
		});
	});

	const NO_RECORDS: Array<[string, Answer]> = [
		['nothing', { status: 204 }],
		['an empty body', ok('')],
		['a text', ok('done')],
		['a web page', ok('<html><body>maintenance</body></html>')],
		['JSON that was cut off', ok('{"id": 7, "status_i')],
		['a list', ok([])],
		['a list in the envelope', v3([])],
		['an object without its id', ok({ time: 1 })],
		['an id that is nothing', ok({ id: null })],
		['another record', ok({ id: 8 })],
		['another record in the envelope', v3({ id: 8 })],
		['a number', ok(7)],
	];

	describe.each(NO_RECORDS)('that hold no record, but %s', (_what, answer) => {
		beforeEach(() => jest.useFakeTimers());
		afterEach(() => jest.useRealTimers());

		it.each(['/v2/x/7', '/v3/x/7'])('are read again, and are no success at last: %s', async (path) => {
			const service = always(answer);
			const reading = passTime(async () => await clientOf(service).get({ path, subject: SUBJECT }, 7));
			await expect(reading).rejects.toMatchObject({
				message: expect.stringMatching(/^Item 2: BigCommerce answered with .* for the things$/),
			});
			expect(service.requests).toHaveLength(5);
		});

		it.each(['/v2/x/7', '/v3/x/7'])('end a write at once, and it is not repeated: %s', async (path) => {
			const service = always(answer);
			const writing = clientOf(service).write({ method: 'PUT', path, body: { a: 1 }, subject: SUBJECT }, 7);
			await expect(writing).rejects.toMatchObject({
				description: expect.stringContaining('Look at the things'),
			});
			expect(service.requests).toHaveLength(1);
		});
	});

	it('are good at the next try: a maintenance page passes', async () => {
		jest.useFakeTimers();
		const service = answering({ 'GET /v2/x/7': [ok('<html>maintenance</html>'), ok({ id: 7 })] });
		const reading = async () => await clientOf(service).get({ path: '/v2/x/7', subject: SUBJECT }, 7);
		expect((await passTime(reading)).result).toEqual({ id: 7 });
		jest.useRealTimers();
	});
});

describe('lists', () => {
	it('of V2 end at the 204 of an empty page', async () => {
		const service = v2List(250);
		expect(await list(service, '/v2/orders')).toEqual(rows(1, 250));
		expect(service.requests.map(({ query }) => query)).toEqual(
			[1, 2, 3, 4, 5].map((page) => ({ page, limit: 250 })),
		);
	});

	it('of V2 end at a page that is not full; what was asked for beside it is empty', async () => {
		const service = v2List(251);
		expect(await list(service, '/v2/orders')).toHaveLength(251);
		expect(service.requests).toHaveLength(5);
	});

	it('of V2 ask for no page that is not full when they need not', async () => {
		const service = v2List(249);
		expect(await list(service, '/v2/orders')).toHaveLength(249);
		expect(service.requests).toHaveLength(1);
	});

	it('of V2 that are empty give nothing', async () => {
		expect(await list(v2List(0), '/v2/orders')).toEqual([]);
	});

	it('of V3 end at the last page that the envelope names, even an exactly full one', async () => {
		const service = v3List(500);
		expect(await list(service, '/v3/x')).toEqual(rows(1, 500));
		expect(service.requests).toHaveLength(2);
	});

	it('of V3 without an envelope of pages are one page', async () => {
		const service = always(v3([{ id: 1 }]));
		expect(await list(service, '/v3/x')).toEqual([{ id: 1 }]);
		expect(service.requests).toHaveLength(1);
	});

	it.each([
		[v2List, '/v2/orders'],
		[v3List, '/v3/x'],
	])('ask for a small page when few are wanted', async (make, path) => {
		const service = make(1000);
		expect(await list(service, path, 3)).toEqual(rows(1, 3));
		expect(service.requests.map(({ query }) => query)).toEqual([{ page: 1, limit: 3 }]);
	});

	it.each([
		[v2List, '/v2/orders'],
		[v3List, '/v3/x'],
	])(
		'keep one page size when a limit ends in the middle of a page, so that no row is skipped',
		async (make, path) => {
			const service = make(1000);
			expect(await list(service, path, 600)).toEqual(rows(1, 600));
			expect(service.requests.map(({ query }) => query.limit)).toEqual([250, 250, 250]);
		},
	);

	it('do not end at a row that says nothing in a full page', async () => {
		const service = answering({
			'GET /v2/orders': [ok([...rows(1, 249), null]), ok(rows(250, 251)), { status: 204, body: '' }],
		});
		expect(await list(service, '/v2/orders')).toEqual(rows(1, 251));
	});

	describe.each<[string, Answer]>([
		['a web page', ok('<!doctype html><html>maintenance</html>')],
		['JSON that was cut off', ok('[{"id": 1}, {"id"')],
		['an empty body', ok('')],
		['a record', ok({ id: 1 })],
		['an object under data', v3({ id: 1 })],
		['a list of texts', ok(['a'])],
		['a list of texts under data', v3(['a'])],
		['an error with a good status', ok({ status: 500, title: 'Oops' })],
	])('of which a page is %s', (_what, answer) => {
		beforeEach(() => jest.useFakeTimers());
		afterEach(() => jest.useRealTimers());

		it.each([
			['/v2/orders', ok(rows(1, 250))],
			['/v3/x', ok({ data: rows(1, 250), meta: { pagination: { current_page: 1, total_pages: 3 } } })],
		])('fail whole, neither empty nor cut short: %s', async (path, first) => {
			for (const pages of [[answer], [first, answer]]) {
				const reading = passTime(async () => await list(answering({ [`GET ${path}`]: pages }), path));
				await expect(reading).rejects.toThrow(/BigCommerce answered with .* for the things/);
			}
		});
	});

	describe('that do not show what they say', () => {
		beforeEach(() => jest.useFakeTimers());
		afterEach(() => jest.useRealTimers());

		const page = (data: unknown, pagination: object, more: object = {}) =>
			ok({ data, meta: { pagination }, ...more });
		const first = page(rows(1, 250), { total: 300, total_pages: 2 });

		it.each<[string, Answer[]]>([
			['no row of one', [page([], { total: 1, total_pages: 1 })]],
			['no row of six hundred', [page([], { total: 600, count: 0, total_pages: 3 })]],
			['no row, but a count', [page([], { count: 1 })]],
			['no row of three pages', [page([], { total_pages: 3 })]],
			['fewer rows than the total', [page(rows(1, 3), { total: 5, total_pages: 1 })]],
			['fewer rows than the count', [page(rows(1, 3), { count: 4 })]],
			['another page', [page(rows(1, 3), { current_page: 2, total: 253 })]],
			['errors beside no rows', [page([], {}, { errors: { a: 'failed' } })]],
			['errors beside rows', [page(rows(1, 2), {}, { errors: [{ title: 'failed' }] })]],
			['a status beside no rows', [page([], {}, { status: 500 })]],
			['rows that are an error', [v3([{ status: 500, title: 'Internal' }])]],
			['rows that are empty', [v3([{}])]],
			['a second page that is empty', [first, page([], {})]],
			['a second page that is 204', [first, { status: 204 }]],
			['a second page that is cut', [first, page(rows(251, 260), {})]],
			['a second page of two by number alone', [page(rows(1, 250), { total_pages: 2 }), page([], {})]],
			['the first page again', [first, page(rows(1, 250), { current_page: 1, total: 300 })]],
		])('fail whole: %s', async (_what, answers) => {
			const reading = passTime(async () => await list(answering({ 'GET /v3/x': answers }), '/v3/x'));
			await expect(reading).rejects.toThrow(/BigCommerce answered with .* for the things/);
		});

		it.each<[string, object]>([
			['null', { total_pages: null }],
			['0', { total_pages: 0 }],
			['1', { total_pages: 1 }],
			['nothing', {}],
			['a text', { total: '300', total_pages: '1' }],
		])(
			'are read on while the total speaks of more, whatever the number of pages: %s',
			async (_what, said) => {
				const service = answering({
					'GET /v3/x': [
						page(rows(1, 250), { total: 300, ...said }),
						page(rows(251, 300), { total: 300, ...said }),
					],
				});
				expect(await list(service, '/v3/x')).toEqual(rows(1, 300));
			},
		);

		it('may shrink when a later page says so itself: rows are deleted meanwhile', async () => {
			const shrunk = [page(rows(251, 298), { total: 298 }), page([], { total: 250 })];
			for (const second of shrunk) {
				const service = answering({ 'GET /v3/x': [first, second] });
				expect((await list(service, '/v3/x')).length).toBeGreaterThanOrEqual(250);
			}
		});

		it.each<[Answer]>([
			[page([], { total: 0, count: 0, total_pages: 0 })],
			[page([], { total: 0, current_page: 1, total_pages: 1 })],
			[page([], { total_pages: 1 }, { errors: [] })],
			[v3([])],
			[{ status: 204 }],
		])('are empty when they say so: %j', async (answer) => {
			expect(await list(always(answer), '/v3/x')).toEqual([]);
		});

		it.each<[unknown]>([
			[[{ status: 500, message: 'Internal' }]],
			[[{}]],
			[[{ id: 1 }, { name: 'x' }]],
			[[{ id: null }]],
			[[{ id: '' }]],
			[[{ id: { a: 1 } }]],
		])('of V2 fail at a row that does not name itself: %j', async (body) => {
			const reading = passTime(async () => await list(always(ok(body)), '/v2/orders'));
			await expect(reading).rejects.toThrow(/BigCommerce answered with .* for the things/);
		});
	});

	it('keep the filters on every page', async () => {
		const service = v2List(300);
		await clientOf(service).list({ path: '/v2/coupons', query: { status_id: 11 }, subject: SUBJECT });
		expect(service.requests.map(({ query }) => query.status_id)).toEqual([11, 11, 11, 11, 11]);
	});
});

describe('the quota', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	const time = { path: '/v2/orders/7', query: { a: 1 }, subject: SUBJECT };

	it('waits for all clients of a store once one was told that the quota is used up', async () => {
		const credential = { ...CREDENTIAL, storeHash: 'shared1' };
		const used = { 'x-rate-limit-requests-left': '0', 'x-rate-limit-time-reset-ms': '6000' };
		const first = always({ status: 200, body: { id: 7 }, headers: used });
		await clientOf(first, credential).get(time);
		const second = always(ORDER);
		const { waitedMs } = await passTime(async () => await clientOf(second, credential).get(time));
		expect(waitedMs).toBeGreaterThanOrEqual(6000);
		const other = always(ORDER);
		const elsewhere = { ...CREDENTIAL, storeHash: 'other1' };
		expect((await passTime(async () => await clientOf(other, elsewhere).get(time))).waitedMs).toBe(0);
	});
});
