import {
	searchDocuments,
	searchSignatureRequests,
} from '../../../../../nodes/OpenTextCoreSignature/methods/listSearch';
import { loadOptionsFunctions } from '../../../support/contexts';
import { ServiceDouble } from '../../../support/serviceDouble';
import { API, documentOf, listOf, requestUuid, signatureCredential, uuid } from '../../../support/signature';
import { passTime } from '../../../support/time';

/** A service with so many documents, the newest first; every second one was only uploaded. */
const many = (count: number) =>
	new ServiceDouble(({ query }) => {
		const [page, limit] = [Number(query.page), Number(query.limit)];
		const rows = Array.from({ length: count }, (_entry, index) =>
			documentOf(index + 1, index % 2 ? { signrequest: null, status: 'ne', external_id: null } : {}),
		);
		const next = page * limit < count ? 'https://sign.example.com/next' : null;
		return listOf(rows.slice((page - 1) * limit, page * limit), next, count);
	});

const searching = async (
	search: typeof searchDocuments,
	service: ServiceDouble,
	...args: [filter?: string, token?: string]
) => {
	const functions = loadOptionsFunctions(service, signatureCredential());
	return (await passTime(async () => await search.call(functions, ...args))).result;
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('searching documents for the list', () => {
	it('shows name, status and external ID', async () => {
		const service = many(2);
		expect(await searching(searchDocuments, service)).toEqual({
			results: [
				{ name: 'offer-1.pdf – sent – k1', value: uuid(1) },
				{ name: 'offer-2.pdf – new', value: uuid(2) },
			],
		});
		expect(service.lines).toEqual([`GET ${API}/documents/`]);
	});

	it('goes on page by page, with the next page as text', async () => {
		const first = await searching(searchDocuments, many(120));
		expect(first.results).toHaveLength(50);
		expect(first.paginationToken).toBe('2');
		const last = await searching(searchDocuments, many(120), '', '3');
		expect(last.results).toHaveLength(20);
		expect(last).not.toHaveProperty('paginationToken');
	});

	it.each([' OFFER-131 ', 'k131'])('looks for "%s" on later pages, too', async (filter) => {
		const service = many(400);
		const found = await searching(searchDocuments, service, filter);
		expect(found.results.map(({ value }) => value)).toEqual([uuid(131)]);
		expect(found.paginationToken).toBe('4');
		expect(service.requests).toHaveLength(3);
	});

	it('does not read a whole account at once for what is not there', async () => {
		const service = many(1000);
		expect(await searching(searchDocuments, service, 'nothing')).toEqual({
			results: [],
			paginationToken: '6',
		});
		expect(service.requests).toHaveLength(5);
	});
});

describe('searching signature requests for the list', () => {
	it('shows those documents that were sent, and gives the request', async () => {
		const { results } = await searching(searchSignatureRequests, many(3));
		expect(results).toEqual([
			{ name: 'offer-1.pdf – sent – k1', value: requestUuid(1) },
			{ name: 'offer-3.pdf – sent – k3', value: requestUuid(3) },
		]);
	});
});
