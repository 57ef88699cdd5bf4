import type { IDataObject } from 'n8n-workflow';
import { sweep } from '../../../../../nodes/BigCommerce/trigger/sweep';
import { CREDENTIAL } from '../../../support/node';
import { ok, ServiceDouble, v3, type Answer, type SentRequest } from '../../../support/serviceDouble';
import { MINUTE, START } from '../../../support/storeSweeps';
import { passTime } from '../../../support/time';
import { event, jsonOf, newWorkflow, receiveCall, storePollFunctions } from '../../../support/triggers';

const COMPANIES = ['store/company/created', 'store/company/updated'];
const LIST = '/api/v3/io/companies';
const QUOTES = '/api/v3/io/rfq';

let companies: IDataObject[];
let quotes: IDataObject[];
/** What single reads are answered in place of the record. */
let fate: (request: SentRequest) => Answer | undefined;
let service: ServiceDouble;
let staticData: IDataObject;
let workflowId: string;

const seconds = (ms: number) => Math.floor(ms / 1000);

/** A page of what changed after a second, oldest first where that is asked for (BigCommerce reference 13.1, 13.2, 13.6). */
function page(rows: IDataObject[], { query }: SentRequest) {
	const { minModified = 0, offset = 0, limit = 10 } = query;
	const found = rows
		.filter(({ updatedAt }) => Number(updatedAt) > Number(minModified))
		.sort((a, b) => (query.sortBy ? Number(a.updatedAt) - Number(b.updatedAt) : 0));
	const pagination = { totalCount: found.length, offset: Number(offset), limit: Number(limit) };
	return { rows: found.slice(Number(offset), Number(offset) + Number(limit)), pagination };
}

const message = 'SUCCESS';

function answer(request: SentRequest): Answer {
	const { path } = request;
	const failed = fate(request);
	if (failed) return failed;
	if (path === LIST) {
		const { rows, pagination } = page(companies, request);
		return ok({ code: 200, data: rows, meta: { message, pagination } });
	}
	if (path === QUOTES) {
		const { rows, pagination } = page(quotes, request);
		return ok({ code: 200, data: { list: rows, pagination }, message });
	}
	if (!path.startsWith('/api/')) return v3([]);
	const id = Number(path.split('/').at(-1));
	const record = [...companies, ...quotes].find((one) => [one.companyId, one.quoteId].includes(id));
	return record ? ok({ code: 200, data: { ...record, isWhole: true }, meta: { message } }) : { status: 404 };
}

const company = (companyId: number, at: number): IDataObject => ({
	companyId,
	createdAt: String(seconds(at)),
	updatedAt: String(seconds(at)),
});

const quote = (quoteId: number, status: number, at: number): IDataObject => ({
	quoteId,
	quoteNumber: `QN${quoteId}`,
	status,
	createdAt: seconds(at),
	updatedAt: seconds(at),
});

beforeEach(() => {
	jest.useFakeTimers({ now: START });
	companies = [];
	quotes = [];
	fate = () => undefined;
	service = new ServiceDouble(answer);
	staticData = {};
	workflowId = newWorkflow();
});

afterEach(() => jest.useRealTimers());

const poll = async (scopes = COMPANIES, ofEdition: IDataObject = {}) => {
	const credentials = { bigCommerceB2bApi: { id: '2', name: 'B2B' } };
	const functions = storePollFunctions({
		service,
		staticData,
		workflowId,
		credentials,
		parameters: { scopes },
	});
	jest
		.mocked(functions.getCredentials)
		.mockImplementation(async (type) =>
			type === 'bigCommerceB2bApi' ? { ...CREDENTIAL, ...ofEdition } : { ...CREDENTIAL },
		);
	const { result } = await passTime(async () => await sweep(functions));
	return result && jsonOf(result);
};

const idsOf = (items: IDataObject[] | null) => items?.map(({ data }) => Object(data).company_id);

describe('a sweep of B2B Edition', () => {
	it('asks for the oldest change first, from the second before on, since some lists leave out the one that is named', async () => {
		await poll();
		companies.push(company(1, START + MINUTE));
		expect(await poll()).toMatchObject([
			{
				event: 'store/company/created',
				occurredAt: '2026-11-22T10:01:00.000Z',
				data: { company_id: 1 },
				company: { companyId: 1, isWhole: true, updatedAt: '2026-11-22T10:01:00.000Z' },
			},
		]);
		await poll();
		expect(service.requests.filter(({ path }) => path === LIST).at(-1)?.query).toMatchObject({
			minModified: seconds(START - 4 * MINUTE) - 1,
			sortBy: 'updatedAt',
			orderBy: 'ASC',
		});
		expect(service.lines.filter((line) => line === `GET ${LIST}/1`)).toHaveLength(1);
	});

	it('misses nothing where more than two pages change in one second, and others change while they are read', async () => {
		await poll();
		for (let id = 1; id <= 250; id += 1) companies.push(company(id, START + MINUTE));
		for (let id = 251; id <= 400; id += 1) companies.push(company(id, START + MINUTE + id * 1_000));
		let reads = 0;
		fate = ({ path }) => {
			reads += Number(path === LIST);
			if (path === LIST && reads === 2) companies[300].updatedAt = String(seconds(START + 10 * MINUTE));
			return undefined;
		};
		const told = [...((await poll()) ?? []), ...((await poll()) ?? [])];
		expect(new Set(idsOf(told)).size).toBe(400);
		expect(told).toHaveLength(400);
		expect(await poll()).toBeNull();
	});

	it('tells those before one that cannot be read just now, and the others by the next poll', async () => {
		await poll();
		companies.push(...[1, 2, 3].map((id) => company(id, START + id * MINUTE)));
		fate = ({ path }) => (path === `${LIST}/2` ? { status: 503 } : undefined);
		expect(idsOf(await poll())).toEqual([1]);
		await expect(poll()).rejects.toThrow('company 2');
		fate = () => undefined;
		expect(idsOf(await poll())).toEqual([2, 3]);
		expect(await poll()).toBeNull();
	});

	it('tells one that it may not read as the list shows it, with the reason', async () => {
		await poll();
		companies.push(company(1, START + MINUTE));
		fate = ({ path }) => (path === `${LIST}/1` ? { status: 403 } : undefined);
		expect(await poll()).toMatchObject([
			{ company: { companyId: 1 }, unread: expect.stringContaining('API account') },
		]);
		expect(await poll()).toBeNull();
	});

	it('tells one that six polls could not read as the list shows it, and goes on behind it', async () => {
		await poll();
		companies.push(...[1, 2, 3].map((id) => company(id, START + id * MINUTE)));
		fate = ({ path }) => (path === `${LIST}/1` ? { status: 500 } : undefined);
		for (let time = 0; time < 6; time += 1) await expect(poll()).rejects.toThrow('company 1');
		const told = await poll();
		expect(idsOf(told)).toEqual([1, 2, 3]);
		expect(told?.map(({ unread }) => typeof unread)).toEqual(['string', 'undefined', 'undefined']);
		expect(await poll()).toBeNull();
		expect(staticData.records).not.toHaveProperty('company.stopped');
	});

	it('counts the polls of each that it cannot read anew', async () => {
		await poll();
		companies.push(...[1, 2].map((id) => company(id, START + id * MINUTE)));
		fate = ({ path }) => (path.startsWith(`${LIST}/`) ? { status: 500 } : undefined);
		for (let time = 0; time < 6; time += 1) await expect(poll()).rejects.toThrow('company 1');
		expect(idsOf(await poll())).toEqual([1]);
		for (let time = 0; time < 5; time += 1) await expect(poll()).rejects.toThrow('company 2');
		fate = () => undefined;
		expect(await poll()).toMatchObject([{ company: { companyId: 2, isWhole: true } }]);
	});

	it('tells no draft of a quote, but the quote when it is sent', async () => {
		const scopes = ['store/quote/created', 'store/quote/updated'];
		await poll(scopes);
		quotes.push(quote(9, 7, START + MINUTE));
		expect(await poll(scopes)).toBeNull();
		quotes[0] = { ...quote(9, 2, START - 3 * 24 * 60 * MINUTE), updatedAt: seconds(START + 3 * MINUTE) };
		expect(await poll(scopes)).toMatchObject([{ data: { quote_id: 9 }, quote: { quoteId: 9, status: 2 } }]);
		expect(await poll(scopes)).toBeNull();
		// The day on which it was made, as the description wants it.
		expect(service.requests.find(({ path }) => path === `${QUOTES}/9`)?.query).toEqual({
			date: '11/19/2026',
		});
	});

	it('says that its credential is of another store, and asks nothing', async () => {
		await expect(poll(COMPANIES, { storeHash: 'other1' })).rejects.toThrow('another store');
		expect(service.lines.filter((line) => line.includes('/api/'))).toEqual([]);
	});
});

const STATUS = ['store/company/statusUpdated'];

describe('the status of a company', () => {
	/** Changes a company, as its list shows it from then on. */
	const change = (changes: IDataObject, minutes: number) =>
		Object.assign(companies[0], changes, { updatedAt: String(seconds(START + minutes * MINUTE)) });

	const eventsOf = (items: IDataObject[] | null) => items?.map((item) => item.event);

	const begun = async (scopes: string[]) => {
		companies.push({ ...company(1, START - 60 * MINUTE), companyStatus: '0' });
		await poll(scopes);
	};

	it('is told as changed only where it differs from the one seen before', async () => {
		await begun(STATUS);
		change({ companyStatus: '1' }, 1);
		expect(eventsOf(await poll(STATUS))).toEqual(STATUS);
		change({ companyPhone: '512-555-0100' }, 20);
		expect(await poll(STATUS)).toBeNull();
		change({ companyStatus: '3' }, 40);
		expect(eventsOf(await poll(STATUS))).toEqual(STATUS);
	});

	it('may have changed where none was seen before: that is told once to who chose it, else as a change', async () => {
		await begun(STATUS);
		change({ companyPhone: '512-555-0100' }, 1);
		expect(eventsOf(await poll(STATUS))).toEqual(STATUS);
		change({ companyPhone: '512-555-0101' }, 20);
		expect(await poll(STATUS)).toBeNull();
	});

	it('tells two events apart where all are chosen', async () => {
		const all = ['store/company/*', 'store/company/created'];
		await begun(all);
		change({ companyPhone: '512-555-0100' }, 1);
		expect(eventsOf(await poll(all))).toEqual(['store/company/updated']);
		change({ companyStatus: '1' }, 20);
		expect(eventsOf(await poll(all))).toEqual(STATUS);
		change({ companyPhone: '512-555-0101' }, 40);
		expect(eventsOf(await poll(all))).toEqual(['store/company/updated']);
	});

	it('is known over a restart, also from what a delivery told', async () => {
		await begun(STATUS);
		change({ companyStatus: '1' }, 1);
		const told = await receiveCall({
			service,
			staticData,
			workflowId,
			parameters: { scopes: STATUS },
			credentials: { bigCommerceB2bApi: { id: '2', name: 'B2B' } },
			body: event(STATUS[0], { data: { type: 'company', company_id: 1 } }),
		});
		expect(told.items).toMatchObject([{ company: { companyStatus: '1' } }]);
		workflowId = newWorkflow();
		change({ companyPhone: '512-555-0100' }, 2);
		expect(await poll(STATUS)).toBeNull();
		workflowId = newWorkflow();
		change({ companyPhone: '512-555-0101' }, 20);
		expect(await poll(STATUS)).toBeNull();
		change({ companyStatus: '2' }, 40);
		expect(eventsOf(await poll(STATUS))).toEqual(STATUS);
	});

	it('is kept of the thousand companies that changed last', async () => {
		await poll(STATUS);
		for (let id = 1; id <= 1_050; id += 1)
			companies.push({ ...company(id, START + MINUTE + id * 1_000), companyStatus: '0' });
		while (await poll(STATUS));
		const { statuses } = Object(staticData.records).company;
		expect(Object.keys(statuses)).toHaveLength(1_000);
		expect(statuses).toHaveProperty(['company:1050'], '0');
	});
});
