import { lastWaitModel, twoWaitsModel, waitingModel } from './waitingModels';
import { openWorkflow, REVIEWER, type Workflow } from './workflowHarness';

interface Execution {
	id: string;
	parentId: string | null;
	activityId: string | null;
	suspended: boolean;
}

describe('executions of the Workflow Service stand-in (reference 4.5)', () => {
	let workflow: Workflow;
	let caseId: string;

	const begin = async (modelContent: string) => {
		const deployed = await workflow.api('POST', '/runtime/models', { modelType: 'xml', modelContent });
		expect(deployed.status).toBe(201);
		const { data } = await workflow.api('POST', '/process-instances', {
			processDefinitionKey: deployed.data.key,
		});
		caseId = data.id;
	};

	beforeEach(async () => {
		workflow = await openWorkflow();
		await begin(waitingModel('waits'));
	});
	afterEach(async () => await workflow.close());

	const listed = async (query = ''): Promise<Execution[]> =>
		(await workflow.api('GET', `/process-instances/executions?processInstanceId=${caseId}${query}`)).data
			._embedded?.executions ?? [];
	const at = async (activityId: string) => (await listed(`&activityId=${activityId}`))[0]?.id;
	const act = async (id: string, body: object) =>
		await workflow.api('PUT', `/process-instances/executions/${id}`, body);
	const variables = async () =>
		(await workflow.api('GET', `/process-instances/${caseId}/variables`)).data._embedded?.variables ?? [];

	it('lists the case itself, and below it the tokens that stand at an activity', async () => {
		const [root, ...tokens] = await listed();
		expect(root).toMatchObject({ parentId: null, activityId: null, suspended: false });
		expect(tokens.map(({ activityId }) => activityId).sort()).toEqual([
			'waitForPayment',
			'waitForStock',
			'waitForTruck',
		]);
		expect(new Set(tokens.map(({ parentId }) => parentId))).toEqual(new Set([root.id]));
	});

	it.each([
		['messageEventSubscriptionName=orderPaid', ['waitForPayment']],
		['signalEventSubscriptionName=stockArrived', ['waitForStock']],
		['messageEventSubscriptionName=stockArrived', []],
		['processDefinitionKey=other', []],
	])('is filtered by %s', async (query, activities) => {
		expect((await listed(`&${query}`)).map(({ activityId }) => activityId)).toEqual(activities);
	});

	it('triggers a waiting step: the variables are set first, and the same token stands at the next one', async () => {
		const id = await at('waitForTruck');
		const { status, data } = await act(id, {
			action: 'trigger',
			variables: [{ name: 'plate', value: 'B-1' }],
		});
		expect([status, data]).toEqual([200, expect.objectContaining({ id, activityId: 'unload' })]);
		expect(await variables()).toContainEqual(expect.objectContaining({ name: 'plate', value: 'B-1' }));
		expect((await workflow.tasks(caseId))[0]).toMatchObject({ executionId: id, taskDefinitionKey: 'unload' });
	});

	it('answers with 204 when the execution is over, and with 404 from then on', async () => {
		await begin(lastWaitModel('last'));
		const id = await at('waitForTruck');
		const first = await act(id, { action: 'trigger' });
		expect([first.status, first.data]).toEqual([204, '']);
		expect((await act(id, { action: 'trigger' })).status).toBe(404);
		expect((await workflow.api('GET', `/process-instances/${caseId}`)).status).toBe(404);
		expect(await listed()).toEqual([]);
	});

	it('brings a message and a signal to the events that wait for them, and the case ends when all have come', async () => {
		const paid = { action: 'messageEventReceived', messageName: 'orderPaid' };
		expect((await act(await at('waitForPayment'), paid)).status).toBe(204);
		const arrived = { action: 'signalEventReceived', signalName: 'stockArrived' };
		expect((await act(await at('waitForStock'), arrived)).status).toBe(204);
		expect((await act(await at('waitForTruck'), { action: 'signal' })).status).toBe(200);
		expect((await workflow.decide(caseId, undefined, REVIEWER)).status).toBe(204);
		expect((await workflow.history('GET', `/historic-process-instances/${caseId}`)).data.endActivityId).toBe(
			'end',
		);
	});

	it('brings a message to the one execution that is named, although another waits for the same', async () => {
		await begin(twoWaitsModel('twice'));
		await act(await at('second'), { action: 'messageEventReceived', messageName: 'orderPaid' });
		expect((await listed('&messageEventSubscriptionName=orderPaid')).map((one) => one.activityId)).toEqual([
			'first',
		]);
	});

	it.each([
		['no action', 'waitForTruck', {}, 400],
		['an unknown action', 'waitForTruck', { action: 'constructor' }, 400],
		['a message without its name', 'waitForPayment', { action: 'messageEventReceived' }, 400],
		['a signal without its name', 'waitForStock', { action: 'signalEventReceived' }, 400],
		['another message', 'waitForPayment', { action: 'messageEventReceived', messageName: 'other' }, 500],
		[
			'a message for a signal',
			'waitForStock',
			{ action: 'messageEventReceived', messageName: 'orderPaid' },
			500,
		],
		['a variable without a name', 'waitForTruck', { action: 'trigger', variables: [{ value: 1 }] }, 400],
	])('refuses %s, and changes nothing', async (_what, activityId, body, expected) => {
		const before = await listed();
		const { status, data } = await act(await at(activityId), body);
		expect([status, typeof data.exception]).toEqual([expected, 'string']);
		expect(await listed()).toEqual(before);
		expect(await variables()).toEqual([]);
	});

	it('refuses to trigger the case itself, a task of a person, and a suspended case', async () => {
		const [root] = await listed();
		expect((await act(root.id, { action: 'trigger' })).status).toBe(500);
		const id = await at('waitForTruck');
		await act(id, { action: 'trigger' });
		expect((await act(id, { action: 'trigger' })).status).toBe(500);
		const paid = { action: 'messageEventReceived', messageName: 'orderPaid' };
		await workflow.api('PUT', `/process-instances/${caseId}`, { action: 'suspend' });
		expect((await listed()).every(({ suspended }) => suspended)).toBe(true);
		expect((await act(await at('waitForPayment'), paid)).status).toBe(500);
		await workflow.api('PUT', `/process-instances/${caseId}`, { action: 'activate' });
		expect((await act(await at('waitForPayment'), paid)).status).toBe(204);
	});

	it('knows only the specified actions, and answers without a body, as its switches say', async () => {
		const switches = { inferredExecutionActions: false, executionAnswer: 'empty' };
		await workflow.control('POST', '/workflow/settings', switches);
		const paid = { action: 'messageEventReceived', messageName: 'orderPaid' };
		expect((await act(await at('waitForPayment'), paid)).status).toBe(400);
		expect((await act(await at('waitForTruck'), { action: 'signal' })).status).toBe(400);
		const { status, data } = await act(await at('waitForTruck'), { action: 'trigger' });
		expect([status, data]).toEqual([204, '']);
	});

	it('refuses a model with an event that does not say what it waits for', async () => {
		const modelContent = waitingModel('waits').replace(" messageRef='m1'", '');
		const { status, data } = await workflow.api('POST', '/runtime/models', {
			modelType: 'xml',
			modelContent,
		});
		expect([status, data.exception]).toEqual([
			400,
			expect.stringContaining('does not say what it waits for'),
		]);
	});

	it('takes the model in the service’s own form as it gives it', async () => {
		const { data } = await workflow.api('GET', '/runtime/models?latestVersion=true&count=1000');
		const { id } = data._embedded.models.find(({ key }: { key: string }) => key === 'waits');
		const { modelContent } = (await workflow.api('GET', `/runtime/models/${id}?modelType=json`)).data;
		const again = await workflow.api('POST', '/runtime/models', { modelType: 'json', modelContent });
		expect([again.status, again.data.version]).toEqual([201, 2]);
		await begin(waitingModel('waits'));
		expect(await at('waitForStock')).toBeDefined();
	});
});
