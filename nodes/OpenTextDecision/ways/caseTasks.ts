import { parseLinkKey } from '../../shared/linkKey';
import type { Case } from '../../OpenTextWorkflow/transport/cases';
import { hasId, newestFirst, variablesOf } from '../../OpenTextWorkflow/transport/replies';
import { readTask, type Task } from '../../OpenTextWorkflow/transport/tasks';
import type { WorkflowClient } from '../../OpenTextWorkflow/transport/WorkflowClient';
import type { Happening, Person, Whose } from './way';

const TASKS = '/historic-task-instances';

/** Where the models of the templates keep what came of a task: `reviewOrderOutcome` (templates page, section 4). */
const OUTCOME_OF = (task: Task): string => `${task.taskDefinitionKey ?? ''}Outcome`;

/** Every task of a case, open ones and ended ones, oldest first. @throws NodeApiError when the service does not answer */
export async function tasksOf(client: WorkflowClient, caseId: string): Promise<Task[]> {
	const rows = await client.list({
		base: 'history',
		path: TASKS,
		query: { processInstanceId: caseId },
		subject: `the tasks of case ${caseId}`,
		isRow: (row) => hasId(row) || 'assignee' in row,
	});
	return rows.map(readTask).sort(newestFirst('createTime')).reverse();
}

/** The task of a case that is open longest; undefined when none is. @throws NodeApiError when the service does not answer */
export async function openTaskOf(client: WorkflowClient, caseId: string): Promise<Task | undefined> {
	const rows = await client.list({
		base: 'runtime',
		path: '/tasks',
		query: { processInstanceId: caseId },
		subject: `the open tasks of case ${caseId}`,
		isRow: hasId,
	});
	return rows.map(readTask).sort(newestFirst('createTime')).at(-1);
}

const isCompleted = ({ assignee, endTime, cancelled }: Task): boolean =>
	Boolean(assignee) && endTime !== null && !cancelled;

/** Who completed a task of the case, in their order. Where several completed one of a kind, the variable of its outcome tells of the last. */
export function peopleOf(found: Case, tasks: readonly Task[]): Person[] {
	const variables = variablesOf(found);
	const completed = tasks.filter(isCompleted).sort(newestFirst('endTime')).reverse();
	return completed.map((task, at) => {
		const isLast = !completed
			.slice(at + 1)
			.some(({ taskDefinitionKey: key }) => key === task.taskDefinitionKey);
		const outcome = variables[OUTCOME_OF(task)];
		return {
			who: task.assignee ?? '',
			step: task.name ?? null,
			at: task.endTime,
			...(isLast && typeof outcome === 'string' && outcome && { outcome }),
		};
	});
}

/** Tasks that began after another one had ended: what a case begins with is no news to whoever asked. One of a kind is told once. */
export function stepsOf(tasks: readonly Task[]): Happening[] {
	const [firstEnd] = tasks.flatMap(({ endTime }) => endTime ?? []).sort();
	if (firstEnd === undefined) return [];
	const isFirst = ({ createTime }: Task) => createTime === null || createTime < firstEnd;
	const first = new Set(tasks.filter(isFirst).map(({ taskDefinitionKey: key }) => key));
	const later = tasks.filter(({ taskDefinitionKey: key }) => !first.has(key));
	return later.map(({ id, name, taskDefinitionKey: key }) => {
		const step = name ?? key ?? id;
		return { id: `step ${key ?? id}`, event: 'stepBegan', step, text: `${step} has begun` };
	});
}

/**
 * The newest task of each case in which one began.
 *
 * @param since in ms since 1970
 * @returns its id, by link key
 * @throws NodeApiError when the service does not answer
 */
export async function casesWithNewTasks(
	client: WorkflowClient,
	{ storeHash, purpose }: Whose,
	since: number,
): Promise<Map<string, string>> {
	const rows = await client.list({
		base: 'history',
		path: TASKS,
		query: {
			taskCreatedAfter: new Date(since).toISOString(),
			processBusinessKeyLike: `${storeHash}:%:${purpose}:%`,
			includeProcessVariables: true,
		},
		subject: 'the list of new tasks',
		// One bad record must not stop the trigger for ever.
		lenient: true,
	});
	const tasks = rows.map(readTask).sort(newestFirst('createTime')).reverse();
	return new Map(
		tasks.flatMap((task): Array<[string, string]> => {
			// Tasks do not tell the business key of their case; every case of ours has it in this variable.
			const text = String(variablesOf(task).linkKey);
			const key = parseLinkKey(text);
			return key?.storeHash === storeHash && key.purpose === purpose ? [[text, task.id]] : [];
		}),
	);
}
