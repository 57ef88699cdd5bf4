import type { IDataObject } from 'n8n-workflow';
import { StoreClient } from '../../../../../nodes/BigCommerce/transport/StoreClient';
import { executeFunctions } from '../../../support/contexts';
import { ok, ServiceDouble, type Answers } from '../../../support/serviceDouble';

const clientOf = (service: ServiceDouble) => new StoreClient(executeFunctions({ service }), { itemIndex: 0 });

const PATH = '/v3/channels/1/listings';

const rows = (from: number, to: number) =>
	Array.from({ length: Math.max(to - from + 1, 0) }, (_row, at) => ({ listing_id: from + at }));

/** Everything of a list of which nothing is known. */
const all = async (service: ServiceDouble, query: IDataObject = {}, limit?: number) =>
	await clientOf(service).list({ path: PATH, query, subject: { name: 'the rows' }, hasAnyRows: true }, limit);

/** A page of so many rows as channel listings are paged: `after` and no `page` (channels.v3, MetaWithPartialPagination). */
const listings =
	(total: number): Answers =>
	({ query }) => {
		const [after, limit] = [Number(query.after ?? 0), Number(query.limit)];
		const data = rows(after + 1, Math.min(after + limit, total));
		const next = after + limit < total && { next: `?after=${after + limit}&limit=${limit}` };
		const pages = { total, total_pages: Math.ceil(total / limit) };
		const links = { current: `?limit=${limit}`, ...next };
		return ok({ data, meta: { pagination: { count: data.length, ...pages, links } } });
	};

/** The same by a cursor of text, with nothing else in its envelope (BigCommerce reference 2.2). */
const byCursor =
	(total: number): Answers =>
	({ query }) => {
		const [after, limit] = [Number(String(query.after ?? 'c0').slice(1)), Number(query.limit)];
		const data = rows(after + 1, Math.min(after + limit, total));
		const next = after + limit < total && { next: `?after=c${after + limit}&limit=${limit}` };
		return ok({ data, meta: { cursor_pagination: { count: data.length, links: { ...next } } } });
	};

describe('a list of which nothing is known', () => {
	it.each<[string, (total: number) => Answers]>([
		['channel listings', listings],
		['a cursor alone', byCursor],
	])('is turned by cursor where it has no page: %s', async (_what, paged) => {
		const service = new ServiceDouble(paged(600));
		expect(await all(service)).toEqual(rows(1, 600));
		expect(service.requests).toHaveLength(3);
		expect(service.requests.slice(1).map(({ query }) => query)).not.toContainEqual(
			expect.objectContaining({ page: expect.anything() }),
		);
	});

	it('goes on from the cursor that the user enters, and ends at the limit', async () => {
		const service = new ServiceDouble(byCursor(600));
		expect(await all(service, { after: 'c100' }, 300)).toEqual(rows(101, 400));
		expect(service.requests).toHaveLength(2);
	});

	it.each<[string, IDataObject]>([
		['says nothing of pages', {}],
		['tells a total', { pagination: { total: 600 } }],
		['has a link that does not move', { pagination: { links: { next: '?after=250&limit=250' } } }],
	])('ends with an error where it is not turned and %s', async (_what, meta) => {
		const service = new ServiceDouble(() => ok({ data: rows(1, 250), meta }));
		await expect(all(service)).rejects.toMatchObject({
			message: 'The next page of the rows came with rows that were there already',
			description: expect.stringContaining('BigCommerce does not turn this list by page'),
		});
		expect(service.requests.length).toBeLessThan(10);
	});

	it('ends with an error where the last page comes for every number behind it', async () => {
		const service = new ServiceDouble(({ query }) => {
			const page = Math.min(Number(query.page), 3);
			return ok({ data: rows((page - 1) * 250 + 1, page * 250), meta: {} });
		});
		await expect(all(service)).rejects.toThrow('came with rows that were there already');
	});

	it('is turned by number where its links have a page', async () => {
		const service = new ServiceDouble(({ query }) => {
			const [page, limit] = [Number(query.page), Number(query.limit)];
			const data = rows((page - 1) * limit + 1, Math.min(page * limit, 600));
			const links = page < 3 ? { next: `?page=${page + 1}&limit=${limit}` } : {};
			const cursors = page === 1 && {
				cursor_pagination: { count: data.length, links: { next: '?after=abc' } },
			};
			return ok({
				data,
				meta: { pagination: { total: 600, current_page: page, total_pages: 3, links }, ...cursors },
			});
		});
		expect(await all(service)).toEqual(rows(1, 600));
		expect(service.requests.map(({ query }) => query.page)).toEqual([1, 2, 3]);
	});
});
