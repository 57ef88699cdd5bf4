import type { INodeParameters } from 'n8n-workflow';
import { isRecord } from '../../../../../../nodes/shared/isRecord';
import { runOperation } from '../../../../support/operationRun';
import { ServiceDouble, v3, type Answer, type SentRequest } from '../../../../support/serviceDouble';
import { passTime } from '../../../../support/time';

const PERSON = { email: 'New@example.com', firstName: 'New', lastName: 'Example' };
const STORED = { id: 32, email: 'new@example.com', first_name: 'New', last_name: 'Example' };

const at = (value: string, mode = 'id'): INodeParameters => ({ customerId: { __rl: true, mode, value } });

const customers = (
	operation: string,
	items: INodeParameters[],
	service: ServiceDouble,
	continueOnFail = false,
) =>
	passTime(
		async () => await runOperation({ resource: 'customer', operation, items, service, continueOnFail }),
	);

const sent = (service: ServiceDouble, method: string) =>
	service.requests.filter((request) => request.method === method);

const rowsIn = ({ body }: SentRequest) => (Array.isArray(body) ? body.filter(isRecord) : []);

/** The rows as they stand after a change. */
const changedBy = (request: SentRequest) =>
	rowsIn(request).map((row) => ({ date_modified: '2026-11-22T10:00:00Z', ...row }));

/** A store that changes whatever it is told to. */
const willing = () => new ServiceDouble(async (request) => v3(changedBy(request)));

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('updating customers', () => {
	it('sends at most ten in one call, each item with its own result', async () => {
		const service = willing();
		const items = Array.from({ length: 23 }, (_, index) => ({
			...at(String(index + 1)),
			updateFields: { notes: `n${index + 1}` },
		}));
		const { result } = await customers('update', items, service);
		expect(sent(service, 'PUT').map((request) => rowsIn(request).length)).toEqual([10, 10, 3]);
		expect(result.map(({ json, pairedItem }) => [json.notes, pairedItem])).toEqual(
			items.map((_item, index) => [`n${index + 1}`, { item: index }]),
		);
	});

	it('takes an answer that leaves one of them out for no answer: whether they were changed is not known', async () => {
		const service = new ServiceDouble(async (request) => v3(rowsIn(request).slice(1)));
		const items = ['1', '2'].map((id) => ({ ...at(id), updateFields: { notes: 'n' } }));
		const { result } = await customers('update', items, service, true);
		for (const { json } of result) {
			expect(JSON.stringify(json)).toContain('It is not known whether 2 customers were changed.');
		}
		expect(sent(service, 'PUT')).toHaveLength(1);
	});

	it('refuses an update that changes nothing before anything is sent', async () => {
		const service = willing();
		const { result } = await customers('update', [at('1')], service, true);
		expect(result[0].json.error).toBe('Item 1: Nothing to change was given for the customer');
		expect(service.requests).toEqual([]);
	});
});

describe('picking a customer by e-mail address', () => {
	it.each([
		['none', [], 'Item 1: The store has no customer with this email'],
		['several', [STORED, { ...STORED, id: 33 }], 'Item 1: Several customers have this email'],
	])('is refused when %s has it, and nothing is changed', async (_how, found, refusal) => {
		const service = new ServiceDouble(async () => v3(found));
		const { result } = await customers('delete', [at('new@example.com', 'email')], service, true);
		expect(result[0].json.error).toBe(refusal);
		expect(sent(service, 'DELETE')).toEqual([]);
	});

	it('passes over what the filter finds beside it', async () => {
		const service = new ServiceDouble(async () =>
			v3([{ ...STORED, id: 7, email: 'renew@example.com' }, STORED]),
		);
		const { result } = await customers('get', [at('NEW@example.com', 'email')], service);
		expect(result[0].json.id).toBe(32);
	});
});

describe('creating a customer', () => {
	const losing = (found: object[], lost: Answer = { status: 504 }) =>
		new ServiceDouble(async ({ method }) => (method === 'POST' ? lost : v3(found)));

	it('is sent once when the gateway gives up, and found by its e-mail address', async () => {
		const service = losing([{ ...STORED, date_created: new Date().toISOString() }]);
		const { result } = await customers('create', [PERSON], service);
		expect(result[0].json).toMatchObject({ id: 32 });
		expect(sent(service, 'POST')).toHaveLength(1);
	});

	it('says that it is not known when it cannot be found', async () => {
		const service = losing([]);
		const { result } = await customers('create', [PERSON], service, true);
		expect(JSON.stringify(result[0].json)).toContain('It is not known whether the customer was created.');
		expect(sent(service, 'POST')).toHaveLength(1);
	});

	it('is refused by its field when a value is longer than the store holds', async () => {
		const service = losing([]);
		const { result } = await customers('create', [{ ...PERSON, firstName: 'x'.repeat(101) }], service, true);
		expect(result[0].json.error).toBe('Item 1: First Name has 101 characters, but at most 100 fit');
		expect(service.requests).toEqual([]);
	});
});

describe('creating or updating a customer', () => {
	it('creates one where there is none, with what only a new one takes', async () => {
		const service = new ServiceDouble(async (request) =>
			request.method === 'POST' ? v3(rowsIn(request).map((row) => ({ ...row, id: 40 }))) : v3([]),
		);
		const items = [{ ...PERSON, additionalFields: { sendWelcomeEmail: true } }];
		const { result } = await customers('upsert', items, service);
		expect(result[0].json).toMatchObject({
			created: true,
			id: 40,
			trigger_account_created_notification: true,
		});
	});

	it('updates the one that is there, and sends no second welcome', async () => {
		const service = new ServiceDouble(async (request) =>
			request.method === 'PUT' ? v3(changedBy(request)) : v3([STORED]),
		);
		const items = [{ ...PERSON, additionalFields: { sendWelcomeEmail: true, company: 'C' } }];
		const { result } = await customers('upsert', items, service);
		expect(result[0].json).toMatchObject({ created: false, id: 32, company: 'C' });
		expect(rowsIn(sent(service, 'PUT')[0])[0]).not.toHaveProperty('trigger_account_created_notification');
	});
});

describe('deleting a customer', () => {
	it('names the one, and never the whole list', async () => {
		const service = new ServiceDouble(async ({ method }) =>
			method === 'DELETE' ? { status: 204 } : v3([STORED]),
		);
		const { result } = await customers('delete', [at('32')], service);
		expect(result[0].json).toEqual({ id: 32, deleted: true });
		expect(sent(service, 'DELETE').map(({ query }) => query)).toEqual([{ 'id:in': 32 }]);
	});

	it('is refused when it is not there', async () => {
		const service = new ServiceDouble(async () => v3([]));
		const { result } = await customers('delete', [at('32')], service, true);
		expect(result[0].json.error).toBe('Item 1: BigCommerce knows no customer 32 in this store');
		expect(sent(service, 'DELETE')).toEqual([]);
	});
});
