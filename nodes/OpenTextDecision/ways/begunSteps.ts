import groupBy from 'lodash/groupBy';
import { parseLinkKey } from '../../shared/linkKey';
import { findCase } from '../../OpenTextWorkflow/transport/cases';
import { readTask, type Task } from '../../OpenTextWorkflow/transport/tasks';
import type { WorkflowClient } from '../../OpenTextWorkflow/transport/WorkflowClient';
import type { BegunStep, Whose } from './way';

const PATH = '/historic-task-instances';

const timeOf = (time: string | null): number => (time === null ? 0 : Date.parse(time));

/** One bad record must not stop the trigger for ever. */
const tasksOf = async (client: WorkflowClient, query: Readonly<Record<string, string>>): Promise<Task[]> =>
	(
		await client.list({ base: 'history', path: PATH, query, subject: 'the list of new tasks', lenient: true })
	).map(readTask);

/** Whether a case came to this step for the first time, and by what people did: the step that it begins with is no news, nor is one that it goes back to. */
const isNews = (task: Task, all: readonly Task[]): boolean => {
	const earlier = all.filter(
		({ id, createTime }) => id !== task.id && timeOf(createTime) <= timeOf(task.createTime),
	);
	const hasEnded = earlier.some(
		({ endTime }) => endTime !== null && timeOf(endTime) <= timeOf(task.createTime),
	);
	return hasEnded && earlier.every(({ taskDefinitionKey: known }) => known !== task.taskDefinitionKey);
};

/**
 * Steps that cases came to since a time, such as a task for somebody else when nobody decided. It costs one call, and two more for each case with a new task.
 *
 * @param since in ms since 1970
 * @param isKnown whether a task was looked at before
 * @throws NodeApiError when the service does not answer
 */
export async function begunSteps(
	client: WorkflowClient,
	{ storeHash, purpose }: Whose,
	since: number,
	isKnown: (taskId: string) => boolean,
): Promise<BegunStep[]> {
	const created = await tasksOf(client, { taskCreatedAfter: new Date(since).toISOString() });
	const fresh = created.filter(({ id, endTime }) => id && endTime === null && !isKnown(id));
	const steps: BegunStep[] = [];
	for (const [caseId, tasks] of Object.entries(groupBy(fresh, 'processInstanceId'))) {
		const businessKey = String((await findCase(client, { id: caseId }))?.businessKey ?? '');
		const key = parseLinkKey(businessKey);
		const isOurs = key?.storeHash === storeHash && key.purpose === purpose;
		const all = isOurs ? await tasksOf(client, { processInstanceId: caseId }) : [];
		for (const task of tasks) {
			const { id, name = id } = task;
			steps.push({ id, ...(isOurs && isNews(task, all) && { news: { key: businessKey, name } }) });
		}
	}
	return steps;
}
