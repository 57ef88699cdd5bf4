/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ENDS_WHEN_CALLED, modelWith, RUNS } from './adHocModel';
import { openWorkflow, REVIEWER, type Workflow } from './workflowHarness';

interface Listed {
	id: string;
	parentId: string | null;
	activityId: string | null;
}

describe('ad-hoc sub-processes of the Workflow Service stand-in (reference 4.5, A1)', () => {
	let workflow: Workflow;
	let caseId: string;
	beforeEach(async () => {
		workflow = await openWorkflow();
	});
	afterEach(async () => await workflow.close());

	const deploy = async (modelContent: string) =>
		await workflow.api('POST', '/runtime/models', { modelType: 'xml', modelContent });
	const executions = async (): Promise<Listed[]> =>
		(await workflow.api('GET', `/process-instances/executions?processInstanceId=${caseId}&count=100`)).data
			._embedded?.executions ?? [];
	/** Starts a case of the model; gives the execution that waits in the sub-process. */
	const begin = async (model: string): Promise<string> => {
		expect((await deploy(model)).status).toBe(201);
		const { data } = await workflow.api('POST', '/process-instances', {
			processDefinitionKey: 'free',
			variables: [{ name: 'called', value: false }],
		});
		caseId = data.id;
		const waiting = (await executions()).find(({ activityId }) => activityId === 'work');
		return String(waiting?.id);
	};
	const startIn = async (id: string, ...activityIds: string[]) =>
		await workflow.api('POST', `/process-instances/adhoc-subprocesses/${id}/activities`, { activityIds });
	const finish = async (id: string) =>
		await workflow.api('POST', `/process-instances/adhoc-subprocesses/${id}/complete`, {});
	const openKeys = async () =>
		(await workflow.tasks(caseId)).map((task: { taskDefinitionKey: string }) => task.taskDefinitionKey);
	/** Completes the open task of an activity. */
	const complete = async (activityId: string, called = false) => {
		const task = (await workflow.tasks(caseId)).find(
			(one: { taskDefinitionKey: string }) => one.taskDefinitionKey === activityId,
		);
		await workflow.api('POST', `/tasks/${task.id}`, { action: 'claim', assignee: REVIEWER });
		const variables = [{ name: 'called', value: called }];
		return await workflow.api('POST', `/tasks/${task.id}`, { action: 'complete', variables });
	};
	const ended = async () =>
		(await workflow.history('GET', `/historic-process-instances/${caseId}`)).data.endActivityId;

	it('waits with nothing started, and starts what it is told to, as often as it is told', async () => {
		const id = await begin(modelWith(RUNS));
		expect(await openKeys()).toEqual([]);
		expect((await startIn(id, 'call')).status).toBe(200);
		expect(await openKeys()).toEqual(['call']);
		await startIn(id, 'inspect', 'call');
		expect((await openKeys()).sort()).toEqual(['call', 'call', 'inspect']);
	});

	it('answers with the executions that it started, which the list of executions shows below its own', async () => {
		const id = await begin(modelWith(RUNS));
		const { data } = await startIn(id, 'inspect', 'call');
		const [started] = data._embedded.executions;
		expect(started).toMatchObject([
			{ parentId: id, activityId: 'inspect', processInstanceId: caseId },
			{ parentId: id, activityId: 'call' },
		]);
		expect((await executions()).filter(({ parentId }) => parentId === id)).toEqual(started);
		const tasks = await workflow.tasks(caseId);
		expect(tasks.map(({ executionId }: { executionId: string }) => executionId).sort()).toEqual(
			started.map((one: Listed) => one.id).sort(),
		);
	});

	it.each([
		[true, [[{ activityId: 'call' }]]],
		[false, [{ activityId: 'call' }]],
	])('has the list in a list as the switch says: %s', async (nestsStartedActivities, shown) => {
		await workflow.control('POST', '/workflow/settings', { nestsStartedActivities });
		const id = await begin(modelWith(RUNS));
		expect((await startIn(id, 'call')).data._embedded.executions).toMatchObject(shown);
	});

	it('ends when its condition is met as an activity ends, and closes what is open in it', async () => {
		const id = await begin(modelWith(RUNS + ENDS_WHEN_CALLED));
		await startIn(id, 'call', 'inspect', 'call');
		await complete('call', false);
		expect((await openKeys()).sort()).toEqual(['call', 'inspect']);
		await complete('call', true);
		expect(await ended()).toBe('e');
		const { data } = await workflow.history('GET', `/historic-task-instances?processInstanceId=${caseId}`);
		expect(
			data._embedded['historic-task-instances']
				.map(({ taskDefinitionKey, deleteReason }: Record<string, unknown>) => [
					taskDefinitionKey,
					deleteReason,
				])
				.sort(),
		).toEqual([
			['call', null],
			['call', null],
			['inspect', 'deleted'],
		]);
	});

	it('lets what is open in it be finished first where the model says so', async () => {
		const id = await begin(modelWith(RUNS + ENDS_WHEN_CALLED, 'cancelRemainingInstances="false"'));
		await startIn(id, 'call', 'inspect');
		await complete('call', true);
		expect(await openKeys()).toEqual(['inspect']);
		await complete('inspect', true);
		expect(await ended()).toBe('e');
	});

	it('without a condition it ends when it is told to, and not while something in it is open', async () => {
		const id = await begin(modelWith(RUNS));
		await startIn(id, 'call');
		expect((await finish(id)).status).toBe(500);
		await complete('call');
		expect(await ended()).toBeNull();
		expect((await finish(id)).status).toBe(204);
		expect(await ended()).toBe('e');
	});

	it('has no call to end it where the switch takes away what nobody saw', async () => {
		await workflow.control('POST', '/workflow/settings', { probableOperations: false });
		const id = await begin(modelWith(RUNS));
		expect((await finish(id)).status).toBe(404);
		expect(await ended()).toBeNull();
	});

	it('starts one activity at a time where the model says so', async () => {
		const id = await begin(modelWith(RUNS, 'ordering="Sequential"'));
		expect((await startIn(id, 'call', 'inspect')).status).toBe(500);
		expect((await startIn(id, 'call')).status).toBe(200);
		expect((await startIn(id, 'inspect')).status).toBe(500);
		await complete('call');
		expect((await startIn(id, 'inspect')).status).toBe(200);
		expect(await openKeys()).toEqual(['inspect']);
	});

	it('refuses an activity that is not in it, and starts none of the others', async () => {
		const id = await begin(modelWith(RUNS));
		const { status, data } = await startIn(id, 'call', 'nothing');
		expect(status).toBe(500);
		expect(data.exception).toContain('nothing');
		expect(await openKeys()).toEqual([]);
	});

	it('refuses an execution that is unknown, over, stands elsewhere or is suspended', async () => {
		const id = await begin(modelWith(RUNS));
		expect((await startIn('nowhere', 'call')).status).toBe(404);
		expect((await startIn(id)).status).toBe(400);
		const [root] = await executions();
		expect((await startIn(root.id, 'call')).status).toBe(500);
		await workflow.api('PUT', `/process-instances/${caseId}`, { action: 'suspend' });
		expect((await startIn(id, 'call')).status).toBe(500);
		await workflow.api('PUT', `/process-instances/${caseId}`, { action: 'activate' });
		expect((await startIn(id, 'call')).status).toBe(200);
		await complete('call');
		await finish(id);
		expect((await startIn(id, 'call')).status).toBe(404);
	});

	it('closes what was started in it when a timer on it runs out', async () => {
		const id = await begin(
			modelWith(
				RUNS,
				'',
				'<boundaryEvent id="late" attachedToRef="work"><timerEventDefinition><timeDuration xsi:type="tFormalExpression">PT1H</timeDuration></timerEventDefinition></boundaryEvent><endEvent id="tooLate"/><sequenceFlow id="h" sourceRef="late" targetRef="tooLate"/>',
			),
		);
		await startIn(id, 'call');
		await workflow.advance(2 * 3_600_000);
		expect(await ended()).toBe('tooLate');
		const { data } = await workflow.history('GET', `/historic-task-instances?processInstanceId=${caseId}`);
		expect(data._embedded['historic-task-instances']).toMatchObject([
			{ taskDefinitionKey: 'call', deleteReason: 'boundary event (late)' },
		]);
	});

	it('is told in the history with all that was started in it', async () => {
		const id = await begin(modelWith(RUNS + ENDS_WHEN_CALLED));
		await startIn(id, 'call', 'inspect');
		await complete('call', true);
		const { data } = await workflow.history(
			'GET',
			`/historic-activity-instances?processInstanceId=${caseId}&count=100`,
		);
		const told: Array<{ activityId: string; endTime: string | null }> =
			data._embedded['historic-activity-instances'];
		expect(told.map(({ activityId }) => activityId).sort()).toEqual(['call', 'e', 'inspect', 's', 'work']);
		expect(told.filter(({ endTime }) => endTime === null)).toEqual([]);
	});

	it('goes on after a restart with what was started in it', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'workflow-ad-hoc-'));
		await workflow.close();
		workflow = await openWorkflow(folder);
		const id = await begin(modelWith(RUNS));
		await startIn(id, 'call');
		await workflow.close();
		workflow = await openWorkflow(folder);
		expect(await openKeys()).toEqual(['call']);
		await complete('call');
		await startIn(id, 'inspect');
		await complete('inspect');
		expect((await finish(id)).status).toBe(204);
		expect(await ended()).toBe('e');
		await rm(folder, { recursive: true });
	});
});
