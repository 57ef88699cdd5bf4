import type { IDataObject } from 'n8n-workflow';
import { answering, ServiceDouble } from '../../../../support/serviceDouble';
import {
	describeThreeSignatureItems,
	documentOf,
	listOf,
	refusedWith,
	requestOf,
	requestUuid,
	runSignature,
	SENDER,
	uuid,
} from '../../../../support/signature';

const GET_ALL = { resource: 'signatureRequest', operation: 'getAll' };

const row = (number: number): IDataObject => ({ ...requestOf(number), document: documentOf(number).url });

/** A list of so many requests, which knows one sender only. */
const service = (total = 3) =>
	new ServiceDouble(({ query }) => {
		if (query.from_email === 'nobody') return refusedWith(400, { from_email: ['Enter a valid address.'] });
		const from = (Number(query.page) - 1) * Number(query.limit);
		const to = Math.min(total, from + Number(query.limit));
		const rows = Array.from({ length: to - from }, (_entry, index) => row(from + index + 1));
		return listOf(rows, to < total ? 'https://sign.example.com/next' : null, total);
	});

describe('getting many signature requests', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	describeThreeSignatureItems({
		...GET_ALL,
		items: [{ limit: 1 }, { filters: { senderEmail: 'nobody' } }, { limit: 1 }],
		service: () => service(),
		outputs: [{ requestId: requestUuid(1) }, { requestId: requestUuid(1) }],
		refusal: 'Item 2: Core Signature did not accept the values sent for the list of signature requests',
	});

	it('gives each in short, with its document', async () => {
		const output = await runSignature({ ...GET_ALL, service: service(1) });
		expect(output.map(({ json }) => json)).toEqual([
			{
				requestId: requestUuid(1),
				documentId: uuid(1),
				subject: 'Please sign 1',
				from: SENDER,
				signers: expect.any(Array),
			},
		]);
	});

	it('gives them in the words of the service when that is wanted', async () => {
		const output = await runSignature({ ...GET_ALL, items: [{ simplify: false }], service: service(1) });
		expect(output.map(({ json }) => json)).toEqual([row(1)]);
	});

	it('reads fifty, as many as told, or all', async () => {
		const lengthWith = async (entered: object) =>
			(await runSignature({ ...GET_ALL, items: [{ ...entered }], service: service(250) })).length;
		expect(await lengthWith({})).toBe(50);
		expect(await lengthWith({ limit: 120 })).toBe(120);
		expect(await lengthWith({ returnAll: true })).toBe(250);
	});

	it('filters by sender and kind in the words of the service (reference 4.3)', async () => {
		const asked = service();
		const filters = { senderEmail: SENDER, whoSigns: 'mo' };
		await runSignature({ ...GET_ALL, items: [{ filters }], service: asked });
		expect(asked.requests[0].query).toEqual({ from_email: SENDER, who: 'mo', page: 1, limit: 100 });
	});

	it.each(['', 0, -1, 2.5, 'many', '0x10', '1e2x'])(
		'refuses the limit %j by name, and asks nothing (K13)',
		async (limit) => {
			const service = answering({});
			const items = [{ limit }];
			await expect(
				runSignature({ resource: 'signatureRequest', operation: 'getAll', items, service }),
			).rejects.toThrow('Item 1: Limit must be a whole number of at least 1');
			expect(service.lines).toEqual([]);
		},
	);
});
