import type { INodeParameters } from 'n8n-workflow';
import { isRecord } from '../../../../../../nodes/shared/isRecord';
import { answering, ok, ServiceDouble, type Answer } from '../../../../support/serviceDouble';
import {
	describeThreeWorkflowItems,
	hal,
	HISTORY,
	refused,
	runWorkflow,
	RUNTIME,
	running,
} from '../../../../support/workflow';

const IDS = [1, 2, 3].map((nth) => `f8985abd-000${nth}-11ea-b509-eeee0affefe7`);

const [ID] = IDS;

const run = async (operation: string, service: ServiceDouble, entered: INodeParameters) =>
	(await runWorkflow({ resource: 'apiRequest', operation, service, items: [entered] })).map(
		({ json }) => json,
	);

const always = (answer: Answer) => new ServiceDouble(() => answer);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('getting from any path', () => {
	describeThreeWorkflowItems({
		resource: 'apiRequest',
		operation: 'get',
		items: [{ path: `/tasks/${ID}` }, { path: '/../tasks' }, { path: `/tasks/${IDS[2]}` }],
		service: () => answering(Object.fromEntries(IDS.map((id) => [`GET ${RUNTIME}/tasks/${id}`, ok({ id })]))),
		outputs: [{ id: ID }, { id: IDS[2] }],
		refusal: 'Item 2: Path must be one below /workflow/v1, and nothing else',
	});

	it('asks the half of the service that was chosen, with the query that was entered and no more', async () => {
		const path = `/historic-process-instances/${ID}`;
		const service = answering({ [`GET ${HISTORY}${path}`]: ok(running(ID, 'k')) });
		await run('get', service, { api: 'history', path, query: '{"includeUserIds": true, "a": [1, 2]}' });
		expect(service.requests.map(({ query }) => query)).toEqual([{ includeUserIds: true, a: '1,2' }]);
	});

	it('refuses an API that is none', async () => {
		await expect(run('get', always(ok({})), { api: 'constructor', path: '/tasks' })).rejects.toThrow(
			'Item 1: API has no choice "constructor"',
		);
	});
});

describe('getting many from any path', () => {
	const rows = (count: number, from = 0) =>
		Array.from({ length: count }, (_row, at) => ({ id: `r${from + at}` }));

	it('reads page after page as the lists of the node are read (reference 3.3)', async () => {
		const service = new ServiceDouble(({ query }) =>
			hal(rows(Number(query.offset) ? 20 : 100, Number(query.offset)), 120),
		);
		const found = await run('getAll', service, { path: '/runtime/models', returnAll: true });
		expect(found).toEqual(rows(120));
		expect(service.requests.map(({ query }) => query)).toEqual([
			{ offset: 0, count: 100 },
			{ offset: 100, count: 100 },
		]);
	});

	it('leaves out what the credential leaves out where the list can, unless Query says otherwise', async () => {
		const service = always(hal([]));
		await run('getAll', service, { path: '/tasks' });
		await run('getAll', service, { path: '/tasks', query: '{"filterByCurrentSubscription": false}' });
		expect(service.requests.map(({ query }) => query.filterByCurrentSubscription)).toEqual([true, false]);
	});

	it('takes no more than its limit', async () => {
		const service = new ServiceDouble(({ query }) => hal(rows(Number(query.count)), 1_000));
		expect(await run('getAll', service, { path: '/tasks', limit: 7 })).toHaveLength(7);
	});

	it.each(['offset', 'count'])(
		'refuses %s in the query, which would be overwritten without a word',
		async (name) => {
			const service = always(hal([]));
			await expect(run('getAll', service, { path: '/tasks', query: { [name]: 5 } })).rejects.toThrow(
				`Item 1: Query holds "${name}"`,
			);
			expect(service.requests).toEqual([]);
		},
	);
});

describe('sending to any path', () => {
	describeThreeWorkflowItems({
		resource: 'apiRequest',
		operation: 'send',
		items: [
			{ path: `/tasks/${ID}/comments`, body: '{"message": "0"}' },
			{ path: `/tasks/${IDS[1]}/comments`, method: 'PATCH' },
			{ path: `/tasks/${IDS[2]}/comments`, body: '{"message": "2"}' },
		],
		service: () =>
			new ServiceDouble(({ body }) => ({ status: 201, body: { id: 'n', ...(isRecord(body) && body) } })),
		outputs: [
			{ id: 'n', message: '0' },
			{ id: 'n', message: '2' },
		],
		refusal: 'Item 2: Method must be one of DELETE, POST, PUT, but it is "PATCH"',
	});

	it('gives something where nothing comes back, so that the next node runs', async () => {
		const service = always({ status: 204 });
		expect(await run('send', service, { method: 'DELETE', path: `/tasks/${ID}` })).toEqual([
			{ success: true },
		]);
		expect(service.requests[0].body).toBeUndefined();
	});

	it('takes a removal for done that it had done before the answer was lost', async () => {
		const answers: Answer[] = [{ broken: 'ECONNRESET' }, refused(404, 'Not found')];
		const service = answering({ [`DELETE ${RUNTIME}/tasks/${ID}`]: answers });
		expect(await run('send', service, { method: 'DELETE', path: `/tasks/${ID}` })).toEqual([
			{ success: true },
		]);
	});

	it('names an assignment that is removed by its body', async () => {
		const service = always({ status: 204 });
		const body = '{"type": "candidate", "group": "reviewers"}';
		await run('send', service, { method: 'DELETE', path: `/tasks/${ID}/assignments`, body });
		expect(service.requests[0].body).toEqual({ type: 'candidate', group: 'reviewers' });
	});

	it.each([
		['POST', '/process-instances', /^Look with Get Many at \/process-instances whether it is there already/],
		['POST', `/tasks/${ID}`, /^Look with Get at \/tasks\//],
	])('sends %s %s once when the answer is lost, and says where to look', async (method, path, says) => {
		const service = always({ broken: 'ECONNRESET' });
		await expect(run('send', service, { method, path, body: '{"a": 1}' })).rejects.toMatchObject({
			description: expect.stringMatching(says),
		});
		expect(service.requests).toHaveLength(1);
	});

	it('says that nothing was changed where the service undid it all (reference 3.7)', async () => {
		const service = always(refused(500, 'A script failed'));
		await expect(run('send', service, { path: '/process-instances' })).rejects.toMatchObject({
			description: expect.stringMatching(/Nothing was changed\.$/),
		});
	});
});
