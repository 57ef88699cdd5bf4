import { B2bClient } from '../../../../../../nodes/BigCommerce/edition/transport/B2bClient';
import { vendorMessage } from '../../../../../../nodes/BigCommerce/edition/transport/b2bReplies';
import { executeFunctions } from '../../../../support/contexts';
import { CREDENTIAL } from '../../../../support/node';
import { ok, ServiceDouble, type Answer } from '../../../../support/serviceDouble';
import { passTime } from '../../../../support/time';

const clientOf = (service: ServiceDouble, credential = CREDENTIAL) =>
	new B2bClient(executeFunctions({ service, credential }), { itemIndex: 1 });

const always = (answer: Answer) => new ServiceDouble(() => answer);

const COMPANY = { path: '/companies/801', subject: 'company 801', idField: 'companyId' };

const LIST = { path: '/companies', subject: 'the list of companies', idField: 'companyId' };

const rows = (from: number, to: number) =>
	Array.from({ length: Math.max(to - from + 1, 0) }, (_row, at) => ({ companyId: from + at }));

/** A list of so many rows in its envelope (BigCommerce reference 13.1). */
const listOf = (total: number, promised = total) =>
	new ServiceDouble(({ query }) => {
		const [offset, limit] = [Number(query.offset), Number(query.limit)];
		return ok({
			code: 200,
			data: rows(offset + 1, Math.min(offset + limit, total)),
			meta: { message: 'SUCCESS', pagination: { totalCount: promised, limit, offset } },
		});
	});

describe('addresses', () => {
	it.each([
		['https://api-b2b.bigcommerce.com/', 'https://api-b2b.bigcommerce.com/api/v3/io/companies/801'],
		['', 'https://api-b2b.bigcommerce.com/api/v3/io/companies/801'],
	])('come from the base URL "%s"', async (baseUrl, url) => {
		const service = always(ok({ code: 200, data: { companyId: 801 }, meta: {} }));
		expect(await clientOf(service, { ...CREDENTIAL, baseUrl }).get(COMPANY, 801)).toEqual({ companyId: 801 });
		expect(service.requests[0]).toMatchObject({ credential: 'bigCommerceB2bApi', options: { url } });
		expect(JSON.stringify(service.requests[0].options)).not.toContain(CREDENTIAL.accessToken);
	});

	it.each([
		[{ storeHash: '../x' }, /^Item 2: The store hash in the BigCommerce B2B credential is not valid$/],
		[
			{ baseUrl: 'not an address' },
			/^Item 2: The base URL in the BigCommerce B2B credential is not an address$/,
		],
	])('are not made of %j: nothing is sent', async (wrong, message) => {
		const service = listOf(0);
		await expect(clientOf(service, { ...CREDENTIAL, ...wrong }).list(LIST)).rejects.toThrow(message);
		expect(service.requests).toEqual([]);
	});
});

describe('lists (reference 13.1)', () => {
	it('say how far they were read once for every 40 pages', async () => {
		const functions = executeFunctions({ service: listOf(4_230), credential: CREDENTIAL });
		const told = jest.fn();
		functions.addExecutionHints = told;
		await new B2bClient(functions, { itemIndex: 1 }).list(LIST);
		expect(told.mock.calls).toEqual([
			[expect.objectContaining({ message: 'Read 4000 of 4230 rows of the list of companies in 40 pages' })],
		]);
	});

	it('are read to the end by offset, a hundred rows at a time', async () => {
		const service = listOf(230);
		expect(await clientOf(service).list(LIST)).toEqual(rows(1, 230));
		expect(service.requests.map(({ query }) => [query.offset, query.limit])).toEqual([
			[0, 100],
			[100, 100],
			[200, 100],
		]);
	});

	it('end where enough rows are there, and never ask for a page of one', async () => {
		const service = listOf(230);
		expect(await clientOf(service).list(LIST, 1)).toEqual(rows(1, 1));
		expect(service.requests.map(({ query }) => query.limit)).toEqual([2]);
	});

	it('tell a row once that moved to a later page while they were read, and read on', async () => {
		const pagesOf = [rows(1, 100), rows(1, 100), rows(100, 120)];
		const service = new ServiceDouble(({ query }) =>
			ok({
				code: 200,
				data: pagesOf[Number(query.offset) / 100],
				meta: { message: 'SUCCESS', pagination: { totalCount: 221, limit: 100, offset: query.offset } },
			}),
		);
		expect(await clientOf(service).list(LIST)).toEqual(rows(1, 120));
	});

	it('are empty only when they say so', async () => {
		expect(await clientOf(listOf(0)).list(LIST)).toEqual([]);
	});
});

describe('a good status', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it.each<[string, Answer]>([
		[
			'a list that shows less than it counts',
			ok({ code: 200, data: [], meta: { pagination: { totalCount: 3 } } }),
		],
		['a list that tells no total', ok({ code: 200, data: [], meta: { message: 'SUCCESS' } })],
		['rows without an id', ok({ code: 200, data: [{}], meta: { pagination: { totalCount: 1 } } })],
		['a refusal in its body', ok({ code: 422, data: [], meta: { pagination: { totalCount: 0 } } })],
		['a web page', ok('<html><body>maintenance</body></html>')],
	])('is no good answer with %s', async (_what, answer) => {
		const reading = passTime(async () => await clientOf(always(answer)).list(LIST));
		await expect(reading).rejects.toThrow(/^Item 2: B2B Edition answered with .* for the list of companies$/);
	});
});

describe('the words of a refusal (reference 13.1)', () => {
	it.each([
		[
			{ code: 422, data: { errMsg: { email: ['is not correct'] } }, meta: { message: 'Parameter Error' } },
			'Parameter Error; email: is not correct',
		],
		[{ code: 422, data: { errMsg: 'The last user' }, meta: {} }, 'The last user'],
		[{ code: 422, message: 'Quote is not available', data: {} }, 'Quote is not available'],
		[
			{ status: 404, title: 'Parameter Error.', errors: { 1: 'Company does not exist.' } },
			'Parameter Error.; 1: Company does not exist.',
		],
		['<html><body><h1>Bad Gateway</h1></body></html>', 'Bad Gateway'],
	])('of %j', (body, words) => {
		expect(vendorMessage({ status: 422, headers: {}, body })).toBe(words);
	});
});
