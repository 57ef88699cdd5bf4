import type { INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import { assignmentItem } from '../../records/assignment';
import { candidateRequests, isCandidate } from '../../transport/assignments';
import { INFERRED } from '../../transport/inferred';
import { changeRequest, isOwnedBy } from '../../transport/tasks';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { changeTask, type TaskChange } from '../task/changing';
import { openTask, refuseSuspended } from '../task/taskFields';

const ROLES = ['candidateGroup', 'candidateUser', 'owner'] as const;

/** As what, and who. */
export const assignmentFields: INodeProperties[] = [
	{
		displayName: 'Role',
		name: 'role',
		type: 'options',
		options: [
			{
				name: 'Candidate Group',
				value: 'candidateGroup',
				description: 'Each of its people may take the task',
			},
			{ name: 'Candidate User', value: 'candidateUser', description: 'May take the task' },
			{ name: 'Owner', value: 'owner', description: 'Gets it back when it was delegated; a task has one' },
		],
		default: 'candidateUser',
		description: 'What the person or group is to the task',
	},
	{
		displayName: 'User or Group',
		name: 'who',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. rita.reviewer@example.com',
		description: 'The e-mail address of the user, or the name of the group',
	},
];

/**
 * Puts somebody to a task or takes them away, once. The owner is an attribute of the task (reference 4.6, T3), candidates have a list of their own (T6, T8).
 *
 * @param wanted whether they are to be there
 * @returns whether this changed it; false when it stood so already
 */
export async function assignOnce(run: ItemRun, client: WorkflowClient, wanted: boolean) {
	const given: unknown = run.functions.getNodeParameter('role', run.index, 'candidateUser');
	const role = run.values.choice(given, 'Role', ROLES);
	const who = run.requiredText('who', 'User or Group');
	const open = await openTask(run, client);
	const { id } = open;
	const candidate = role === 'candidateGroup' ? { group: who } : { user: who };
	const item =
		role === 'owner'
			? assignmentItem(id, { type: 'owner', user: who })
			: assignmentItem(id, { type: INFERRED.candidateType, ...candidate });
	const isMade: TaskChange['isMade'] = async (task) =>
		(role === 'owner' ? await isOwnedBy(client, task, who) : await isCandidate(client, id, candidate)) ===
		wanted;
	if ((await isMade(open, false)) === true) return { made: false, item };
	refuseSuspended(run, open);
	const done = `${who} was ${wanted ? 'put to' : 'taken from'} task ${id}`;
	const [request, ...otherForms] =
		role === 'owner'
			? [changeRequest(id, { owner: wanted ? who : null }, done)]
			: candidateRequests(wanted ? 'POST' : 'DELETE', id, candidate, done);
	const { made } = await changeTask(run, client, id, {
		request,
		otherForms,
		called: 'the assignment',
		unseen: 'it',
		isMade,
	});
	return { made, item };
}
