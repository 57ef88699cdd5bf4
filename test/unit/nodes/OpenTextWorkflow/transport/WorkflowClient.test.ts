import type { IDataObject } from 'n8n-workflow';
import { accepted } from '../../../../../nodes/OpenTextWorkflow/transport/dialect';
import { WorkflowClient } from '../../../../../nodes/OpenTextWorkflow/transport/WorkflowClient';
import { fieldsIn } from '../../../../../nodes/shared/record/given';
import { text } from '../../../../../nodes/shared/shape';
import { executeFunctions } from '../../../support/contexts';
import { answering, brokenError, ok, ServiceDouble, type Answers } from '../../../support/serviceDouble';
import { passTime } from '../../../support/time';
import { hal, HISTORY, RUNTIME, tenantCredential } from '../../../support/workflow';

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
	new WorkflowClient(executeFunctions({ service, credential }), { itemIndex: 1 });

const list = async (answers: Answers, limit?: number, request: IDataObject = {}) => {
	const service = new ServiceDouble(answers);
	const { result } = await passTime(async () => await client(service).list({ ...LIST, ...request }, limit));
	return { ids: result.map((row) => fieldsIn({ id: text }, row).id), service };
};

describe('the client of Workflow Service', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('has two base paths below one host (reference 1.2)', async () => {
		const service = answering({
			[`GET ${RUNTIME}/a`]: ok({ id: '1' }),
			[`GET ${HISTORY}/a`]: ok({ id: '1' }),
		});
		const asked = client(service);
		await passTime(async () => {
			await asked.find({ base: 'runtime', path: '/a', subject: 'a' }, '1');
			await asked.find({ base: 'history', path: '/a', subject: 'a' }, '1');
		});
		expect(service.requests.map(({ options }) => options.url)).toEqual([
			`https://gateway.example.com${RUNTIME}/a`,
			`https://gateway.example.com${HISTORY}/a`,
		]);
	});

	it('lets n8n renew the token on 401 alone', async () => {
		const service = answering({ [`GET ${RUNTIME}/a`]: ok({ id: '1' }) });
		await client(service).find({ base: 'runtime', path: '/a', subject: 'a' }, '1');
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

	it('does not take an empty second page for the end when more were promised', async () => {
		await expect(
			list(({ query }) => (query.offset === 0 ? hal(rows(0, 100), 250) : hal([], 250))),
		).rejects.toMatchObject({
			message: 'Item 2: Workflow Service answered with data of another shape for the list of tasks',
		});
	});

	it.each([
		['no rows', { _embedded: { tasks: [] } }],
		['links to nothing', { _links: {} }],
		['links of a list', { _links: { self: { href: 'x' } } }],
		['no content', { content: [] }],
		['a bare list without rows', []],
		['nothing at all of all', { page: { totalElements: 0 } }],
		['fewer rows than are left', { _embedded: { tasks: rows(100, 110) } }],
	])(
		'remembers what the first page counted, as text too, when the second gives %s',
		async (_name, second) => {
			const first = { _embedded: { tasks: rows(0, 100) }, page: { totalElements: '150' } };
			await expect(
				list(({ query }) => ok(query.offset === 0 ? first : query.offset === 100 ? second : { content: [] })),
			).rejects.toThrow(/answered with data of another shape for the list of tasks/);
		},
	);

	it('takes it for the end when the list became shorter while it was read', async () => {
		const { ids } = await list(({ query }) => (query.offset === 0 ? hal(rows(0, 100), 101) : hal([], 100)));
		expect(ids).toHaveLength(100);
	});

	it('takes an empty page for the end where nothing was counted', async () => {
		const self = { self: { href: 'x' } };
		const { ids } = await list(({ query }) =>
			ok(query.offset === 0 ? { _embedded: { tasks: rows(0, 100) }, _links: self } : { _links: self }),
		);
		expect(ids).toHaveLength(100);
	});

	it('passes over rows that are no records only where that is allowed', async () => {
		const answer = () => ok({ _embedded: { tasks: ['x', { id: 'a' }, 7, []] }, page: { totalElements: 4 } });
		expect((await list(answer, undefined, { lenient: true })).ids).toEqual(['a']);
		await expect(list(answer)).rejects.toThrow(/another shape/);
	});

	it('counts a row that is null, but does not give it out', async () => {
		const { ids, service } = await list(() =>
			ok({ _embedded: { tasks: [{ id: 'a' }, null, { id: 'b' }] }, page: { totalElements: 3 } }),
		);
		expect(ids).toEqual(['a', 'b']);
		expect(service.requests).toHaveLength(1);
	});

	it('reads a list without paging to its end, also when its rows have no id', async () => {
		const { ids, service } = await list(({ query }) => {
			const offset = Number(query.offset);
			return ok({
				_embedded: { tasks: rows(offset, offset + 2).map(({ id }) => ({ name: id })) },
				page: { totalElements: 4 },
			});
		});
		expect([ids.length, service.requests.length]).toEqual([4, 2]);
	});

	it('refuses a part of a list where all of it matters', async () => {
		await expect(list(() => hal(rows(0, 10), 25), undefined, { whole: true })).rejects.toMatchObject({
			message: 'Item 2: Workflow Service answered with only the first part of a list for the list of tasks',
		});
	});

	describe.each([
		['a web page', '<html><body>Maintenance</body></html>'],
		['JSON that was cut off', '{"_embedded": {"tasks": [{"id": "1"'],
		['nothing', ''],
		['null', null],
		['a number', 7],
		['another object', { status: 'ok' }],
		['an error in the envelope of success', { fault: { faultstring: 'spike arrest' } }],
	])('when %s comes with a good status', (_name, body) => {
		it('has no list', async () => {
			await expect(list(() => ok(body))).rejects.toThrow(/^Item 2: Workflow Service answered with/);
		});

		it('has no record', async () => {
			const find = async () =>
				await client(new ServiceDouble(() => ok(body))).find({ ...LIST, path: '/a' }, '1');
			await expect(passTime(find)).rejects.toThrow(/^Item 2: Workflow Service answered with/);
		});

		it('reads again, as after a 502', async () => {
			let turn = 0;
			const { ids } = await list(() => ((turn += 1) === 1 ? ok(body) : hal(rows(0, 2))));
			expect(ids).toEqual(['0', '1']);
		});
	});

	it('has no record when another one comes than was asked for', async () => {
		const find = async () =>
			await client(new ServiceDouble(() => ok({ id: '2' }))).find({ ...LIST, path: '/a' }, '1');
		await expect(passTime(find)).rejects.toThrow(/data of another shape/);
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
		const service = new ServiceDouble(() => ok({ id: '1' }));
		const credential = tenantCredential();
		const { waitedMs } = await passTime(async () => {
			await Promise.all(
				Array.from(
					{ length: 11 },
					async () => await client(service, credential).find({ ...LIST, path: '/a' }, '1'),
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
			async () => await client(service).find({ ...LIST, path: '/a' }, '1'),
		);
		expect(result).toEqual({ id: '1' });
		expect(waitedMs).toBeGreaterThanOrEqual(3000);
	});

	it('does not need a body in an answer (reference 3.8)', async () => {
		const service = new ServiceDouble(() => ({ status: 204 }));
		const post = { ...LIST, method: 'POST', body: {}, gives: accepted } as const;
		expect(await client(service).request(post)).toMatchObject({ status: 204 });
	});

	it('says what is missing in the credential before anything is sent', async () => {
		const service = new ServiceDouble(() => ok({}));
		await expect(
			client(service, { host: 'us', tenantId: '' }).find({ ...LIST, path: '/a' }, '1'),
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
			passTime(async () => await client(service).find({ ...LIST, path: '/a' }, '1')),
		).rejects.toMatchObject({ message: 'Item 2: Workflow Service cannot be reached' });
	});
});
