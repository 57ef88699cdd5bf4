import type { INodeParameters } from 'n8n-workflow';
import { begun, keyOf, NODE, UNKNOWN } from '../conformance/cases/OpenTextWorkflow/support';
import { cases } from '../conformance/cases/OpenTextWorkflow/apiRequest';
import { withLeapingSleep } from './support/leapingTime';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

const CASES = '/process-instances';

const world = useWorld();

const run = async (parameters: INodeParameters) =>
	await world.run(NODE, { resource: 'apiRequest', api: 'runtime', ...parameters });

const asked = () =>
	world.sandbox.context.exchanges
		.list({ service: 'workflow' })
		.filter(({ url }) => !url.includes('/oauth2/token'))
		.map(({ method, url, status }) => ({ method, url, status }));

/** How the service answers one page of the list of cases. */
const answersPage = (offset: number, body: object) =>
	world.sandbox.context.faults.add({
		service: 'workflow',
		kind: 'status',
		method: 'GET',
		path: `${CASES}\\?.*offset=${offset}(&|$)`,
		times: 100,
		status: 200,
		headers: { 'content-type': 'application/hal+json' },
		body,
	});

const rows = (count: number) => Array.from({ length: count }, (_row, at) => ({ id: `c${at}` }));

const listed = async () => await run({ operation: 'getAll', path: CASES, returnAll: true });

beforeEach(async () => {
	await world.reset();
	world.sandbox.context.exchanges.clear();
});

afterEach(() => world.sandbox.context.faults.clear());

describe('a request to any path of Workflow Service', () => {
	it('does the third of three items where the second goes wrong, each paired with its own', async () => {
		const ids = [(await begun(world, 1)).caseId, UNKNOWN, (await begun(world, 3)).caseId].map(String);
		const { outputs, error } = await world.engine.run({
			node: NODE,
			parameters: {
				resource: 'apiRequest',
				operation: 'get',
				api: 'runtime',
				path: `=${CASES}/{{ $json.id }}`,
			},
			items: ids.map((id) => ({ id })),
			credentials: world.credentials(NODE),
			onError: 'continueRegularOutput',
		});
		expect(error).toBeUndefined();
		expect(outputs[0].map(({ json, pairedItem }) => [json.id ?? json.error, pairedItem])).toEqual([
			[ids[0], { item: 0 }],
			[`Item 2: Workflow Service knows no ${CASES}/${UNKNOWN}, or it has ended`, { item: 1 }],
			[ids[2], { item: 2 }],
		]);
	});

	it('reads on to an empty second page, and gives what the first held', async () => {
		answersPage(0, { _embedded: { rows: rows(100) }, _links: { next: { href: 'https://x.example.com' } } });
		answersPage(100, { _links: { self: { href: 'https://x.example.com' } } });
		const { outputs, error } = await listed();
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(100);
		expect(asked().filter(({ url }) => url.includes('offset=100'))).toHaveLength(1);
	});

	it('takes no part of a list for all of it: the first page counts more than an empty second one', async () => {
		answersPage(0, { _embedded: { rows: rows(100) }, page: { totalElements: 150 } });
		answersPage(100, { _links: { self: { href: 'https://x.example.com' } } });
		const { outputs, error } = await listed();
		expect(outputs.flat()).toEqual([]);
		expect(error?.message).toMatch(/^Item 1: .*\/process-instances/);
	});

	it('ends at a page that repeats the one before it, and says so', async () => {
		const same = { _embedded: { rows: rows(100) } };
		answersPage(0, same);
		answersPage(100, same);
		const { outputs, hints } = await listed();
		expect(outputs[0]).toHaveLength(100);
		expect(hints).toEqual([expect.stringContaining('only the first part of the list')]);
	});

	it('is signed in anew where the token ends between two of three items, and starts three cases', async () => {
		world.sandbox.context.faults.add({
			service: 'workflow',
			kind: 'status',
			method: 'POST',
			path: `${CASES}$`,
			spares: 1,
			times: 1,
			status: 401,
		});
		const starts = await Promise.all([1, 2, 3].map(async (nth) => await cases.send.prepare(world, nth)));
		const { outputs, error } = await world.engine.run({
			node: NODE,
			parameters: { resource: 'apiRequest', operation: 'send', ...starts[0], body: '={{ $json.body }}' },
			items: starts.map(({ body }) => ({ body: String(body) })),
			credentials: world.credentials(NODE),
		});
		expect(error).toBeUndefined();
		expect(outputs[0].map(({ json }) => json.businessKey)).toEqual([1, 2, 3].map(keyOf));
		const refused = world.sandbox.context.exchanges
			.list({ service: 'workflow' })
			.filter(({ fault }) => fault);
		expect(refused).toHaveLength(1);
		expect(asked().filter(({ status }) => status === 201)).toHaveLength(3);
	});

	it('sends no POST again whose answer was lost, and says where it shows', async () => {
		world.sandbox.context.faults.add({
			service: 'workflow',
			kind: 'resetAfter',
			method: 'POST',
			path: `${CASES}$`,
			times: 10,
		});
		const { error } = await run({ operation: 'send', ...(await cases.send.prepare(world, 1)) });
		expect(String(error?.description)).toContain(`Look with Get Many at ${CASES}`);
		expect(String(error?.description)).toContain(`It is not known whether POST ${CASES} was carried out`);
		expect(asked().filter(({ status }) => status !== 401)).toHaveLength(1);
	});

	it.each([
		['an action, which would set off the next step as well', { action: 'suspend' }, 1],
		['nothing but values', { name: 'Another name' }, 2],
	])('sends a PUT of %s again only where nothing is done twice', async (_what, body, times) => {
		const path = `${CASES}/${String((await begun(world, 1)).caseId)}`;
		world.sandbox.context.exchanges.clear();
		world.sandbox.context.faults.add({ service: 'workflow', kind: 'resetBefore', method: 'PUT', times: 1 });
		await run({ operation: 'send', method: 'PUT', path, body: JSON.stringify(body) });
		expect(asked().filter(({ method }) => method === 'PUT')).toHaveLength(times);
	});

	it.each([
		[CASES, '{}'],
		['/tasks', '{}'],
		['/runtime/models', '{}'],
		['/process-instances/executions', '{}'],
		[`/process-instances/${UNKNOWN}/comments`, '{}'],
		[`/process-instances/${UNKNOWN}/variables/`, '{}'],
		[`/tasks/${UNKNOWN}/assignments`, '{}'],
		[`/tasks/${UNKNOWN}/assignments`, '{"type": "candidate"}'],
	])('sends no DELETE of all of %s with %s', async (path, body) => {
		const { error } = await run({ operation: 'send', method: 'DELETE', path, body });
		expect(error?.message).toMatch(/names no record, and could empty the whole collection$/);
		expect(String(error?.description)).toContain('Nothing was sent.');
		expect(asked()).toEqual([]);
	});

	it.each(['get', 'getAll', 'send', 'download'])('is not sent to another host by %s', async (operation) => {
		for (const path of [
			'https://example.com/workflow/v1/tasks',
			'//example.com/tasks',
			'../../cms/instances',
			'/workflow-history/v1/historic-process-instances',
		]) {
			const { error } = await run({ operation, path, method: 'POST' });
			expect(error?.message).toMatch(/^Item 1: Path /);
		}
		expect(asked()).toEqual([]);
	});

	it('takes a path as it was copied, with the address of the gateway and the base of the API', async () => {
		const { caseId } = await begun(world, 1);
		const { host } = world.credentials(NODE).openTextWorkflowApi;
		const path = `${String(host)}/workflow/v1${CASES}/${String(caseId)}`;
		const { outputs } = await run({ operation: 'get', path });
		expect(outputs[0][0].json).toMatchObject({ id: caseId });
	});

	it('gives a picture as a file with its hash, and sends whoever reads it with Get to Download', async () => {
		const path = `${CASES}/${String((await begun(world, 1)).caseId)}/diagram`;
		const { outputs } = await run({ operation: 'download', path, binaryProperty: 'picture' });
		expect(outputs[0][0].json.file).toMatchObject({ mimeType: 'image/png', sha256: expect.any(String) });
		expect(outputs[0][0].binary?.picture).toMatchObject({ fileName: 'diagram.png' });
		const { error } = await run({ operation: 'get', path });
		expect(String(error?.description)).toContain('choose Download');
	});
});
