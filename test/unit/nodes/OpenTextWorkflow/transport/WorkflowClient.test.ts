import { NodeApiError, UserError, type IDataObject } from 'n8n-workflow';
import { WorkflowClient } from '../../../../../nodes/OpenTextWorkflow/transport/WorkflowClient';
import { SignInRefused } from '../../../../../nodes/shared/token';
import { executeFunctions } from '../../../support/contexts';
import { NODE } from '../../../support/node';
import { answering, brokenError, ok, ServiceDouble, type Answers } from '../../../support/serviceDouble';
import { passTime } from '../../../support/time';
import { hal, HISTORY, refused, RUNTIME, tenantCredential } from '../../../support/workflow';

const rows = (from: number, to: number): IDataObject[] =>
	Array.from({ length: to - from }, (_entry, index) => ({ id: String(from + index) }));

const LIST = { base: 'runtime', path: '/tasks', subject: 'the list of tasks' } as const;

/** A list of so many tasks that honours `offset` and `count`. */
const tasks =
	(total: number): Answers =>
	({ query }) => {
		const [offset, count] = [Number(query.offset), Number(query.count)];
		return hal(rows(offset, Math.min(total, offset + count)), total);
	};

const client = (service: ServiceDouble, credential = tenantCredential()) =>
	new WorkflowClient(executeFunctions({ service, credential }), 1);

const list = async (answers: Answers, limit?: number, request: IDataObject = {}) => {
	const service = new ServiceDouble(answers);
	const { result } = await passTime(async () => await client(service).list({ ...LIST, ...request }, limit));
	return { ids: result.map(({ id }) => id), service };
};

describe('the client of Workflow Service', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('has two base paths below one host (reference 1.2)', async () => {
		const service = answering({ [`GET ${RUNTIME}/a`]: ok({}), [`GET ${HISTORY}/a`]: ok({}) });
		const asked = client(service);
		await passTime(async () => {
			await asked.record({ method: 'GET', base: 'runtime', path: '/a', subject: 'a' });
			await asked.record({ method: 'GET', base: 'history', path: '/a', subject: 'a' });
		});
		expect(service.requests.map(({ options }) => options.url)).toEqual([
			`https://gateway.example.com${RUNTIME}/a`,
			`https://gateway.example.com${HISTORY}/a`,
		]);
	});

	it('lets n8n renew the token on 401 alone', async () => {
		const service = answering({ [`GET ${RUNTIME}/a`]: ok({}) });
		await client(service).record({ method: 'GET', base: 'runtime', path: '/a', subject: 'a' });
		expect(service.requests[0].options.ignoreHttpStatusErrors).toEqual({ ignore: true, except: [401] });
		expect(service.requests[0].credential).toBe('openTextWorkflowApi');
	});

	it('reads every page; offset counts items (reference 3.3)', async () => {
		const { ids, service } = await list(tasks(250));
		expect(ids).toHaveLength(250);
		expect(new Set(ids).size).toBe(250);
		expect(service.requests.map(({ query }) => [query.offset, query.count])).toEqual([
			[0, 100],
			[100, 100],
			[200, 100],
		]);
	});

	it('asks for no more than the limit', async () => {
		const { ids, service } = await list(tasks(250), 7);
		expect(ids).toHaveLength(7);
		expect(service.requests).toHaveLength(1);
		expect(service.requests[0].query.count).toBe(7);
	});

	it('ends at an empty second page, even when more were promised', async () => {
		const { ids, service } = await list(({ query }) =>
			query.offset === 0 ? hal(rows(0, 100), 250) : hal([], 250),
		);
		expect(ids).toHaveLength(100);
		expect(service.requests).toHaveLength(2);
	});

	it('goes on behind short pages while there is a next one', async () => {
		const { ids } = await list(({ query }) => {
			const offset = Number(query.offset);
			const next = offset < 20 ? { next: { href: 'x' } } : {};
			return ok({ _embedded: { tasks: rows(offset, offset + 10) }, _links: next });
		});
		expect(ids).toHaveLength(30);
	});

	it('stops when paging is ignored, instead of reading the first page for ever (reference 3.3)', async () => {
		const { ids, service } = await list(() => hal(rows(0, 10), 25));
		expect(ids).toHaveLength(10);
		expect(service.requests).toHaveLength(2);
	});

	it('leaves out other applications when the credential says so, but not where there is no such filter', async () => {
		const own = await list(tasks(1));
		expect(own.service.requests[0].query.filterByCurrentSubscription).toBe(true);
		const models = await list(tasks(1), undefined, { ofTenant: true });
		expect(models.service.requests[0].query).not.toHaveProperty('filterByCurrentSubscription');
		const service = new ServiceDouble(tasks(1));
		await client(service, { ...tenantCredential(), currentSubscriptionOnly: false }).list(LIST);
		expect(service.requests[0].query).not.toHaveProperty('filterByCurrentSubscription');
	});

	it('keeps to five requests in a second, whoever asks for the tenant (reference 3.9)', async () => {
		const service = new ServiceDouble(() => ok({}));
		const credential = tenantCredential();
		const { waitedMs } = await passTime(async () => {
			await Promise.all(
				Array.from(
					{ length: 11 },
					async () => await client(service, credential).find({ ...LIST, path: '/a' }),
				),
			);
		});
		expect(waitedMs).toBeGreaterThanOrEqual(2000);
		expect(service.requests).toHaveLength(11);
	});

	it('waits as long as 429 says, and then gets its answer', async () => {
		let turn = 0;
		const service = new ServiceDouble(() => {
			turn += 1;
			return turn === 1 ? { status: 429, headers: { 'retry-after': '3' } } : ok({ id: '1' });
		});
		const { result, waitedMs } = await passTime(
			async () => await client(service).find({ ...LIST, path: '/a' }),
		);
		expect(result).toEqual({ id: '1' });
		expect(waitedMs).toBeGreaterThanOrEqual(3000);
	});

	it('never repeats a POST whose answer was lost', async () => {
		const service = new ServiceDouble(() => ({ broken: 'ECONNRESET' }));
		const post = { ...LIST, method: 'POST', body: {} } as const;
		await expect(passTime(async () => await client(service).send(post))).rejects.toMatchObject({
			message: 'Item 2: The connection to Workflow Service broke at the list of tasks',
		});
		expect(service.requests).toHaveLength(1);
	});

	it('gives nothing for 404 where that is an answer', async () => {
		const service = new ServiceDouble(() => refused(404, 'Could not find'));
		expect(await client(service).find({ ...LIST, path: '/a' })).toBeUndefined();
	});

	it('does not need a body in an answer (reference 3.8)', async () => {
		const service = new ServiceDouble(() => ({ status: 204 }));
		expect(await client(service).record({ ...LIST, method: 'POST', body: {} })).toEqual({});
	});

	it('tells a refused sign-in with both halves and the item', async () => {
		const refusal = new SignInRefused({ what: 'The sign-in was refused', next: 'Check the client.' }, 401);
		const service = new ServiceDouble(() => {
			const error = new NodeApiError(NODE, { name: 'x', message: refusal.message });
			Reflect.set(error, 'cause', refusal);
			throw error;
		});
		await expect(client(service).find({ ...LIST, path: '/a' })).rejects.toMatchObject({
			message: 'Item 2: The sign-in was refused',
			description: 'Check the client.',
			httpCode: '401',
		});
	});

	it('passes on what is not about the service', async () => {
		const service = new ServiceDouble(() => {
			throw new UserError('This credential restricts requests to specific domains');
		});
		await expect(client(service).find({ ...LIST, path: '/a' })).rejects.toThrow(/specific domains/);
	});

	it('says what is missing in the credential before anything is sent', async () => {
		const service = new ServiceDouble(() => ok({}));
		await expect(
			client(service, { host: 'us', tenantId: '' }).find({ ...LIST, path: '/a' }),
		).rejects.toMatchObject({
			message: 'Item 2: Host or tenant ID is missing in the OpenText Workflow credential',
		});
		expect(service.requests).toEqual([]);
	});

	it('knows a broken connection from n8n’s own error', async () => {
		const service = new ServiceDouble(() => {
			throw brokenError('ENOTFOUND');
		});
		await expect(
			passTime(async () => await client(service).find({ ...LIST, path: '/a' })),
		).rejects.toMatchObject({ message: 'Item 2: Workflow Service cannot be reached' });
	});
});
