import type { IDataObject } from 'n8n-workflow';
import { answering, ok, ServiceDouble, type Answer } from '../../../../support/serviceDouble';
import {
	describeThreeWorkflowItems,
	ended,
	hal,
	HISTORY,
	refused,
	runWorkflow,
	RUNTIME,
	running,
} from '../../../../support/workflow';

const START = { resource: 'case', operation: 'start' };

const model = (key = 'order_risk_review') => ({ modelKey: { __rl: true, mode: 'key', value: key } });

const item = (businessKey: string, orderId: number) => ({
	...model(),
	businessKey,
	specifyVariables: 'json',
	variablesJson: JSON.stringify({ orderId, lines: [{ sku: 'a' }] }),
});

const record = (value: unknown): IDataObject =>
	typeof value === 'object' && value !== null ? { ...value } : {};

type Fate = 'answered' | 'answer lost' | 'gave up' | 'answered with a page' | 'never carried out' | Answer;

/** How each of those starts ends that made a case and did not say so. */
const UNSAID: Readonly<Record<string, Answer>> = {
	'answer lost': { broken: 'ECONNRESET' },
	'gave up': { status: 504, body: '<html>Gateway Timeout</html>' },
	'answered with a page': { status: 201, body: '<html><body>Maintenance</body></html>' },
};

/** The smallest tenant that keeps the vendor's promises about starting: a start makes a case, whether or not its answer arrives. */
function tenant(fates: Fate[] = [], { endsAtOnce = false, appearsAfterMs = 0 } = {}) {
	const cases: IDataObject[] = [];
	let startedAt = Infinity;
	const posts: IDataObject[] = [];
	const service = new ServiceDouble(({ method, path, query, body }) => {
		if (method === 'GET') {
			const wanted = path.startsWith(HISTORY) || !endsAtOnce ? cases : [];
			const isShown = Date.now() - startedAt >= appearsAfterMs || posts.length > 1;
			return hal(isShown ? wanted.filter(({ businessKey }) => businessKey === query.businessKey) : []);
		}
		const fate = fates[posts.length] ?? 'answered';
		posts.push(record(body));
		if (typeof fate === 'object') return fate;
		if (fate === 'never carried out') return { broken: 'ECONNRESET' };
		const { businessKey, variables } = record(body);
		const id = `c${cases.length + 1}`;
		const make = endsAtOnce ? ended : running;
		cases.push(make(id, String(businessKey), { variables }));
		startedAt = Date.now();
		return UNSAID[fate] ?? { status: 201, body: cases[cases.length - 1] };
	});
	return { cases, posts, service };
}

describe('starting a case', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	describeThreeWorkflowItems({
		...START,
		items: [item('k1', 1), { ...item('', 2) }, item('k3', 3)],
		service: () => tenant().service,
		outputs: [
			{ created: true, caseId: 'c1', businessKey: 'k1', variables: { orderId: 1 } },
			{ created: true, caseId: 'c2', businessKey: 'k3', variables: { orderId: 3 } },
		],
		refusal: 'Item 2: Business Key is empty',
	});

	it('sends what the reference asks for (P1), with JSON as real JSON', async () => {
		const { service, posts } = tenant();
		await runWorkflow({
			...START,
			service,
			items: [
				{
					...item('k1', 1),
					caseName: 'Order 1',
					options: { comment: 'Started by n8n', outcome: 'none', transientVariables: '{"token": "x"}' },
				},
			],
		});
		expect(posts).toEqual([
			{
				processDefinitionKey: 'order_risk_review',
				businessKey: 'k1',
				name: 'Order 1',
				variables: [
					{ name: 'orderId', value: 1 },
					{ name: 'lines', value: [{ sku: 'a' }], type: 'json' },
				],
				transientVariables: [{ name: 'token', value: 'x' }],
				outcome: 'none',
				returnVariables: true,
				comment: { message: 'Started by n8n', type: 'comment', includeUserIds: false },
			},
		]);
	});

	it('sends the values of a start form, and leaves variables out where they are not wanted', async () => {
		const { service, posts } = tenant();
		const options = { startFormVariables: '{"reason": "late"}', returnVariables: false };
		const [{ json }] = await runWorkflow({ ...START, service, items: [{ ...item('k1', 1), options }] });
		expect(posts).toMatchObject([
			{ startFormVariables: [{ name: 'reason', value: 'late' }], returnVariables: false },
		]);
		expect(json).not.toHaveProperty('variables');
	});

	describe('by another handle than the key of a model (P1)', () => {
		const by = (mode: string, value: string) => ({
			...item('k1', 1),
			modelKey: { __rl: true, mode, value },
		});
		const posted = ({ requests }: ServiceDouble) => requests.find(({ method }) => method === 'POST')?.body;
		const content = {
			properties: { messagedefinitions: '[{"id": "m1", "name": "orderArrived"}]' },
			childShapes: [{ stencil: { id: 'StartMessageEvent' }, properties: { messageref: 'm1' } }],
		};

		/** A tenant with these models, in which these cases run. */
		const withModels = (models: IDataObject[], cases: IDataObject[] = [], modelContent: object = content) =>
			new ServiceDouble(({ method, path, query, body }) => {
				if (method === 'POST') {
					return { status: 201, body: running('new', String(record(body).businessKey)) };
				}
				if (path.endsWith('/runtime/models')) return hal(models);
				if (path.includes('/runtime/models/')) return ok({ id: 'm', key: 'k', modelContent });
				return hal(
					path.startsWith(HISTORY) ? [] : cases.filter((row) => row.businessKey === query.businessKey),
				);
			});

		it('starts one version, and looks for a case of any version of its model first', async () => {
			const service = withModels([{ id: 'm', key: 'order_risk_review' }]);
			const [{ json }] = await runWorkflow({ ...START, service, items: [by('versionId', 'v7')] });
			expect(json).toMatchObject({ created: true, modelKey: 'order_risk_review' });
			expect(posted(service)).toMatchObject({ processDefinitionId: 'v7', businessKey: 'k1' });
			expect(posted(service)).not.toHaveProperty('processDefinitionKey');
			const looked = service.requests.filter(({ path }) => path.endsWith('process-instances'));
			expect(looked[0].query).toMatchObject({ processDefinitionKey: 'order_risk_review' });
		});

		it('looks for the version itself where its key is not told', async () => {
			const service = withModels([]);
			await runWorkflow({ ...START, service, items: [by('versionId', 'v7')] });
			const looked = service.requests.filter(({ path }) => path.endsWith('process-instances'));
			expect(looked[0].query).toMatchObject({ processDefinitionId: 'v7' });
		});

		it('names a version that is not deployed', async () => {
			const service = new ServiceDouble(({ method }) =>
				method === 'POST' ? refused(400, 'No process definition found') : hal([]),
			);
			await expect(runWorkflow({ ...START, service, items: [by('versionId', 'v7')] })).rejects.toMatchObject({
				message: 'Item 1: No version v7 of a process model is deployed',
			});
		});

		it('starts by a message', async () => {
			const service = withModels([]);
			const [{ json }] = await runWorkflow({ ...START, service, items: [by('message', 'orderArrived')] });
			expect(json).toMatchObject({ created: true, caseId: 'new', businessKey: 'k1' });
			expect(posted(service)).toMatchObject({ message: 'orderArrived', businessKey: 'k1' });
		});

		it.each([
			['its model', 'orderArrived', false],
			['another model', 'orderLeft', true],
		])('tells the case of %s by what starts it', async (_of, message, created) => {
			const there = running('there', 'k1', { processDefinitionId: 'v1' });
			const service = withModels([{ id: 'm', key: 'k' }], [there]);
			const [{ json }] = await runWorkflow({ ...START, service, items: [by('message', message)] });
			expect(json).toMatchObject({ created, caseId: created ? 'new' : 'there' });
		});

		it.each([
			['in a lane of a pool', ['Pool', 'Lane'], false],
			['in a subprocess, which it alone starts', ['EventSubProcess'], true],
		])('tells the case of a model whose message arrives %s', async (_where, around, created) => {
			const within = around.reduceRight<object[]>(
				(childShapes, id) => [{ stencil: { id }, childShapes }],
				content.childShapes,
			);
			const there = running('there', 'k1', { processDefinitionId: 'v1' });
			const model = { ...content, childShapes: within };
			const service = withModels([{ id: 'm', key: 'k' }], [there], model);
			const [{ json }] = await runWorkflow({ ...START, service, items: [by('message', 'orderArrived')] });
			expect(json).toMatchObject({ created, caseId: created ? 'new' : 'there' });
		});

		it('looks at the version that the case names where the service lists others as well', async () => {
			const models = ['v0', 'v1'].map((processDefinitionId) => ({
				id: processDefinitionId,
				key: 'k',
				processDefinitionId,
			}));
			const there = running('there', 'k1', { processDefinitionId: 'v1' });
			const service = new ServiceDouble((request) =>
				request.path.endsWith('/runtime/models/v1')
					? ok({ id: 'v1', key: 'k', modelContent: content })
					: withModels(models, [there]).reply(request),
			);
			const [{ json }] = await runWorkflow({ ...START, service, items: [by('message', 'orderLeft')] });
			expect(json).toMatchObject({ created: true, caseId: 'new' });
		});

		it('starts no second one where nobody can tell of which model the first is', async () => {
			const service = withModels([], [running('there', 'k1', { processDefinitionId: 'v1' })]);
			const [{ json }] = await runWorkflow({ ...START, service, items: [by('message', 'orderLeft')] });
			expect(json).toMatchObject({ created: false, caseId: 'there' });
		});
	});

	it('gives the case that already has this business key, and starts none', async () => {
		const { service, posts } = tenant();
		const outputs = await runWorkflow({ ...START, service, items: [item('k1', 1), item('k1', 1)] });
		expect(outputs.map(({ json }) => [json.created, json.caseId])).toEqual([
			[true, 'c1'],
			[false, 'c1'],
		]);
		expect(posts).toHaveLength(1);
	});

	it('gives an ended case too: its question has been answered', async () => {
		const service = answering({
			[`GET ${RUNTIME}/process-instances`]: hal([]),
			[`GET ${HISTORY}/historic-process-instances`]: hal([ended('c9', 'k1')]),
		});
		const [{ json }] = await runWorkflow({ ...START, service, items: [item('k1', 1)] });
		expect(json).toMatchObject({ created: false, caseId: 'c9', ended: true });
	});

	it.each([
		['the answer was lost', 'answer lost'],
		['a proxy gave up', 'gave up'],
		['a web page came', 'answered with a page'],
	] satisfies Array<[string, Fate]>)(
		'is sent once and found by its key when %s, also when it appears late',
		async (_name, fate) => {
			const { service, cases, posts } = tenant([fate], { appearsAfterMs: 6_000 });
			const [{ json }] = await runWorkflow({ ...START, service, items: [item('k1', 1)] });
			expect(json).toMatchObject({ created: true, caseId: 'c1', businessKey: 'k1' });
			expect([cases.length, posts.length]).toEqual([1, 1]);
		},
	);

	it.each([
		['the connection broke', 'never carried out'],
		['the gateway was down', { status: 503 }],
		['a proxy gave up', { status: 504, body: '<html>Gateway Timeout</html>' }],
		['a gateway waited too long', { status: 408 }],
		['a gateway hung up', { status: 499 }],
		['a 500 came from something in between', { status: 500, body: '<html>' }],
		['a web page came with 201', { status: 201, body: '<html><body>Maintenance</body></html>' }],
		['an empty 201 came', { status: 201 }],
		['JSON came that is cut off', { status: 201, body: '{"id": "c1", "businessK' }],
		['another object came', { status: 201, body: { status: 'accepted' } }],
		['a case of another key came', { status: 201, body: running('c9', 'another key') }],
	] satisfies Array<[string, Fate]>)(
		'is sent once, and says that it is not known, when %s and no case appears',
		async (_name, fate) => {
			const { service, posts } = tenant([fate]);
			await expect(runWorkflow({ ...START, service, items: [item('k1', 1)] })).rejects.toMatchObject({
				message: expect.stringMatching(/^Item 1: .*the start of a case of model "order_risk_review"/),
				description: expect.stringMatching(
					/Run this item again: it looks for the case by its business key first\..*It is not known whether a case of model "order_risk_review" was started\.$/,
				),
			});
			expect(posts).toHaveLength(1);
		},
	);

	it('is decided by the next run, which looks first', async () => {
		const { service, cases, posts } = tenant(['answer lost'], { appearsAfterMs: 600_000 });
		await expect(runWorkflow({ ...START, service, items: [item('k1', 1)] })).rejects.toThrow(/broke/);
		jest.setSystemTime(Date.now() + 600_000);
		const [{ json }] = await runWorkflow({ ...START, service, items: [item('k1', 1)] });
		expect(json).toMatchObject({ created: false, caseId: 'c1' });
		expect([cases.length, posts.length]).toEqual([1, 1]);
	});

	it('is sent again only when it was never sent', async () => {
		const { service, cases, posts } = tenant([{ broken: 'ECONNREFUSED' }, { status: 429 }]);
		const [{ json }] = await runWorkflow({ ...START, service, items: [item('k1', 1)] });
		expect(json).toMatchObject({ created: true, caseId: 'c1' });
		expect([cases.length, posts.length]).toEqual([1, 3]);
	});

	describe.each([
		['a web page', '<html>maintenance</html>'],
		['JSON that is cut off', '{"_embedded": {"process-instances": [{"id": "c1"'],
		['nothing', ''],
		['another object', { status: 'ok' }],
		['rows that are no cases', { _embedded: { errors: [{ message: 'x' }] } }],
		['a case without its id', { _embedded: { cases: [{ businessKey: 'k1' }] } }],
		['a case without its key', { _embedded: { cases: [{ id: 'c1' }] } }],
		['no rows, but counts one as text', { _embedded: { cases: [] }, page: { totalElements: '1' } }],
		['no content of five', { content: [], totalElements: 5, page: {} }],
		['no rows before a next page', { _embedded: { cases: [] }, _links: { next: { href: 'x' } } }],
		['a message with links', { message: 'maintenance', _links: { self: { href: 'x' } } }],
		['an exception beside none', { exception: 'boom', page: { totalElements: 0 } }],
		['links to nothing', { _links: {} }],
		['a page without numbers', { page: {} }],
	])('when a list answers %s', (_name, body) => {
		it.each([RUNTIME, HISTORY])('starts nothing (%s)', async (base) => {
			const service = new ServiceDouble(({ path }) =>
				path.startsWith(base) ? { status: 200, body } : hal([]),
			);
			await expect(runWorkflow({ ...START, service, items: [item('k1', 1)] })).rejects.toMatchObject({
				message: expect.stringMatching(
					/^Item 1: Workflow Service answered with .* for case with business key k1$/,
				),
				description: expect.stringMatching(/Nothing was changed\.$/),
			});
			expect(service.lines.filter((line) => line.startsWith('POST'))).toEqual([]);
		});
	});

	it('finds a case that ended at once in the history when the answer was lost', async () => {
		const { service, cases, posts } = tenant(['answer lost'], { endsAtOnce: true });
		const [{ json }] = await runWorkflow({ ...START, service, items: [item('k1', 1)] });
		expect(json).toMatchObject({ created: true, caseId: 'c1', ended: true });
		expect([cases.length, posts.length]).toEqual([1, 1]);
	});

	it('is not tried again when a step of the model does not work: nothing was stored (P1)', async () => {
		const { service, posts } = tenant([
			refused(500, 'Unknown property used in expression: ${reviewerGroup}'),
		]);
		await expect(runWorkflow({ ...START, service, items: [item('k1', 1)] })).rejects.toMatchObject({
			message:
				'Item 1: Workflow Service could not carry out the start of a case of model "order_risk_review"',
			description: expect.stringMatching(/process model.*Unknown property/),
		});
		expect(posts).toHaveLength(1);
	});

	it.each([400, 404])('names a model key that is not deployed (%i)', async (status) => {
		const service = new ServiceDouble(({ method, path }) => {
			if (method === 'POST') return refused(status, 'No process definition found');
			return path.endsWith('/runtime/models') ? hal([{ id: '1', key: 'another' }]) : hal([]);
		});
		await expect(
			runWorkflow({ ...START, service, items: [{ ...item('k1', 1), ...model('nope') }] }),
		).rejects.toMatchObject({
			message: 'Item 1: No process model with key "nope" is deployed',
			description: expect.stringMatching(/Choose a model from the list.*Nothing was changed\./),
		});
	});

	it('keeps the service’s words when the model is there and the values are wrong', async () => {
		const service = new ServiceDouble(({ method, path }) => {
			if (method === 'POST') return refused(400, 'Variable name is required');
			return path.endsWith('/runtime/models') ? hal([{ id: '1', key: 'order_risk_review' }]) : hal([]);
		});
		await expect(runWorkflow({ ...START, service, items: [item('k1', 1)] })).rejects.toMatchObject({
			description: expect.stringContaining('Variable name is required'),
		});
	});

	it('sends nothing when a variable does not fit its type', async () => {
		const { service } = tenant();
		const variable = [{ name: 'total', type: 'double', value: 'a lot' }];
		await expect(
			runWorkflow({
				...START,
				service,
				items: [{ ...model(), businessKey: 'k1', specifyVariables: 'form', variables: { variable } }],
			}),
		).rejects.toMatchObject({
			message: 'Item 1: Variable "total" of type double must be a number, but it is "a lot"',
			description: expect.stringMatching(/Nothing was sent\.$/),
		});
		expect(service.requests).toEqual([]);
	});

	it('takes a 201 without a body for what it is: the case is looked up', async () => {
		let started = false;
		const service = new ServiceDouble(({ method }) => {
			if (method === 'GET') return hal(started ? [running('c1', 'k1')] : []);
			started = true;
			return { status: 201 };
		});
		const [{ json }] = await runWorkflow({ ...START, service, items: [item('k1', 1)] });
		expect(json).toMatchObject({ created: true, caseId: 'c1' });
	});
});
