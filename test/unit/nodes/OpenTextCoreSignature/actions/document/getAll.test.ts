import type { IDataObject } from 'n8n-workflow';
import { answering, ServiceDouble } from '../../../../support/serviceDouble';
import {
	API,
	describeThreeSignatureItems,
	documentOf,
	listOf,
	runSignature,
	SENDER,
	serviceWith,
	uuid,
} from '../../../../support/signature';

const GET_ALL = { resource: 'document', operation: 'getAll' };
const LIST = `GET ${API}/documents/`;

const keys = (output: Array<{ json: IDataObject }>) => output.map(({ json }) => json.externalId);

/** A service with so many documents, in pages as asked for. */
const many = (count: number) =>
	new ServiceDouble(({ query }) => {
		const [page, limit] = [Number(query.page), Number(query.limit)];
		const rows = Array.from({ length: count }, (_entry, index) => documentOf(index + 1));
		const next = page * limit < count ? 'https://sign.example.com/next' : null;
		return listOf(rows.slice((page - 1) * limit, page * limit), next, count);
	});

describe('getting many documents', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	describeThreeSignatureItems({
		...GET_ALL,
		items: [{ filters: { externalId: 'k1' } }, { limit: 'many' }, { filters: { externalId: 'k3' } }],
		service: () => serviceWith(documentOf(1), documentOf(3)),
		outputs: [{ documentId: uuid(1) }, { documentId: uuid(3) }],
		refusal: 'Item 2: Limit must be a whole number of at least 1, but it is "many"',
	});

	it('asks for no more than the limit', async () => {
		const service = many(1000);
		expect(await runSignature({ ...GET_ALL, service, items: [{ limit: 3 }] })).toHaveLength(3);
		expect(service.requests.map(({ query }) => query)).toEqual([{ page: 1, limit: 3 }]);
	});

	it('walks all pages for all (reference 3.2)', async () => {
		const service = many(230);
		const output = await runSignature({ ...GET_ALL, service, items: [{ returnAll: true }] });
		expect(new Set(keys(output)).size).toBe(230);
		expect(service.requests).toHaveLength(3);
	});

	it('sends filters by the service’s own names (reference 4.1)', async () => {
		const service = many(0);
		const filters = {
			externalId: 'k1',
			status: 'si',
			senderEmail: SENDER,
			whoSigns: 'o',
			ownerEmail: 'rita.reviewer@example.com',
			ownerFirstName: 'Rita',
			ownerLastName: 'Reviewer',
		};
		await runSignature({ ...GET_ALL, service, items: [{ filters }] });
		expect(service.requests[0].query).toEqual({
			external_id: 'k1',
			status: 'si',
			signrequest__from_email: SENDER,
			signrequest__who: 'o',
			user__email: 'rita.reviewer@example.com',
			user__first_name: 'Rita',
			user__last_name: 'Reviewer',
			page: 1,
			limit: 100,
		});
	});

	it.each([
		['externalId', 'k2', { external_id: 'k2' }],
		['status', 'si', { status: 'si' }],
		['senderEmail', 'Other@example.com', { signrequest: { from_email: 'other@example.com' } }],
		['whoSigns', 'mo', { signrequest: { who: 'mo' } }],
		['ownerEmail', 'max.manager@example.com', { user: { email: 'max.manager@example.com' } }],
	])(
		'filters by %s also when the service does not know the filter and gives everything',
		async (name, value, fits) => {
			const other = {
				signrequest: { who: 'o', from_email: SENDER },
				user: { email: 'rita.reviewer@example.com' },
			};
			const rows = [documentOf(1, other), documentOf(2, fits), documentOf(3, other)];
			const service = answering({ [LIST]: listOf(rows) });
			const output = await runSignature({ ...GET_ALL, service, items: [{ filters: { [name]: value } }] });
			expect(output.map(({ json }) => json.documentId)).toEqual([uuid(2)]);
		},
	);

	it('finds what fits on later pages, and stops when the limit is reached', async () => {
		const service = many(1000);
		const filters = { externalId: 'k150' };
		const output = await runSignature({ ...GET_ALL, service, items: [{ filters, limit: 1 }] });
		expect(keys(output)).toEqual(['k150']);
		expect(service.requests).toHaveLength(2);
	});

	it('gives the service’s own records without Simplify', async () => {
		const items = [{ simplify: false }];
		const [{ json }] = await runSignature({ ...GET_ALL, service: serviceWith(documentOf(1)), items });
		expect(json).toEqual(documentOf(1));
	});

	it.each(['', 0, -1, 2.5, 'many', '0x10', '1e2x'])(
		'refuses the limit %j by name, and asks nothing (K13)',
		async (limit) => {
			const service = answering({});
			const items = [{ limit }];
			await expect(
				runSignature({ resource: 'document', operation: 'getAll', items, service }),
			).rejects.toThrow('Item 1: Limit must be a whole number of at least 1');
			expect(service.lines).toEqual([]);
		},
	);
});
