import { modelWith, RUNS } from '../../../sandbox/tests/adHocModel';
import { REVIEWER } from '../../../sandbox/core/fixtures';
import type { Stage } from './stage';
import { NODE } from './workflowRecords';

/** Sends a change below the ad-hoc sub-process in which a new case waits. */
async function adHocCase(stage: Stage) {
	await stage.must(NODE, { resource: 'model', operation: 'deploy', source: 'text', model: modelWith(RUNS) });
	const { caseId } = await stage.must(NODE, {
		resource: 'case',
		operation: 'start',
		modelKey: { __rl: true, mode: 'key', value: 'free' },
		businessKey: 'sandbox1:order:1:free:1',
	});
	const listed = { resource: 'execution', operation: 'getAll', caseId: String(caseId), returnAll: true };
	const waiting = (await stage.all(NODE, listed)).find(({ activityId }) => activityId === 'work');
	return async (end: string, body: object) =>
		await stage.run(NODE, {
			resource: 'apiRequest',
			operation: 'send',
			method: 'POST',
			path: `/process-instances/adhoc-subprocesses/${String(waiting?.executionId)}/${end}`,
			body: JSON.stringify(body),
		});
}

const openTasks = async (stage: Stage) =>
	await stage.all(NODE, { resource: 'task', operation: 'getAll', returnAll: true });

/** What is started in an ad-hoc sub-process is there to be worked on, however deep its list is in the answer. */
export async function activitiesStart(stage: Stage): Promise<void> {
	const send = await adHocCase(stage);
	expect(await openTasks(stage)).toEqual([]);
	expect((await send('activities', { activityIds: ['call', 'inspect'] })).error).toBeUndefined();
	expect(await openTasks(stage)).toHaveLength(2);
	const { error } = await send('activities', { activityIds: ['nothing'] });
	expect(error).toMatch(/^Item 1: Workflow Service could not carry out .*activities/);
	expect(await openTasks(stage)).toHaveLength(2);
}

/** An ad-hoc sub-process is ended from outside, or it is said that the service has no such call. */
export async function adHocWorkEnds(stage: Stage, isOn: boolean): Promise<void> {
	const send = await adHocCase(stage);
	await send('activities', { activityIds: ['call'] });
	const [{ taskId }] = await openTasks(stage);
	await stage.must(NODE, {
		resource: 'task',
		operation: 'complete',
		taskId: String(taskId),
		outcome: 'done',
		options: { assignee: REVIEWER },
	});
	const { error } = await send('complete', {});
	if (isOn) expect(error).toBeUndefined();
	else expect(error).toMatch(/^Item 1: .*complete/);
	const [found] = await stage.all(NODE, { resource: 'history', operation: 'getCases', returnAll: true });
	expect(found).toMatchObject({ ended: isOn });
}
