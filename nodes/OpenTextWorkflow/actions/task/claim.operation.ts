import type { Operation } from '../../../shared/operation';
import { INFERRED } from '../../transport/inferred';
import { actionRequest, taskItem } from '../../transport/tasks';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { openTask, taskId } from './taskFields';

/** Users are e-mail addresses, compared without regard to case (reference 9.1, 11). */
const same = (one: unknown, other: string) => String(one).toLowerCase() === other.toLowerCase();

export const claim: Operation<WorkflowClient> = {
	option: {
		name: 'Claim',
		value: 'claim',
		description: 'Give a task to one person, so that nobody else works on it',
		action: 'Claim a task',
	},
	fields: [
		taskId,
		{
			displayName: 'Assignee',
			name: 'assignee',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. rita.reviewer@example.com',
			description: 'The user who takes the task; one of the tenant',
		},
	],
	async execute(run, client) {
		const assignee = run.requiredText('assignee', 'Assignee');
		const task = await openTask(run, client);
		const item = taskItem(task);
		if (task.assignee && same(task.assignee, assignee)) return { claimed: false, ...item };
		const held = (by: unknown) =>
			run.refuse({
				what: `Task ${String(task.id)} is already claimed${by ? ` by ${String(by)}` : ''}`,
				next: 'Let that person complete or give back the task. Nothing was changed.',
			});
		if (task.assignee) throw held(task.assignee);
		const request = actionRequest(String(task.id), { action: 'claim', assignee });
		const { last } = await client.attempt(request);
		if ('headers' in last && last.status < 300) return { claimed: true, ...item, assignee };
		const now = await openTask(run, client);
		// An answer that was lost: it is ours if the task says so.
		if (same(now.assignee, assignee)) return { claimed: true, ...taskItem(now) };
		if (last.status === INFERRED.alreadyClaimedStatus) throw held(now.assignee);
		throw client.refusal(last, request);
	},
};
