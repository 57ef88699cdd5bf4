import { unreadable } from '../../../shared/answer';
import { lookFor } from '../../../shared/createOnce';
import type { Operation } from '../../../shared/operation';
import { goodReply } from '../../../shared/send';
import { flag, object, text } from '../../../shared/shape';
import { detachRequest, hasAttachment } from '../../transport/attachments';
import { INFERRED } from '../../transport/inferred';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { taskLocator } from '../task/taskFields';
import { attachmentLocator, attachmentOfItem } from './attachmentFields';

export const remove: Operation<WorkflowClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Take a file or link off an open task',
		action: 'Delete a task attachment',
	},
	effect: 'change',
	output: object({ deleted: flag, attachmentId: text, taskId: text }),
	fields: [
		taskLocator,
		attachmentLocator,
		{
			displayName: 'Delete Stored File',
			name: 'cascade',
			type: 'boolean',
			default: false,
			description: "Whether its file in OpenText's content services is deleted as well",
		},
	],
	async execute(run, client) {
		const cascade = run.flag('cascade', false, 'Delete Stored File');
		const { taskId, attachment } = await attachmentOfItem(run, client);
		const request = detachRequest(taskId, attachment.id, cascade);
		const { last, repeatedAfterDoubt, write } = await client.tryRequest(request);
		const good = goodReply(last);
		// Not there any more: an earlier try did it.
		if (last.status === 404 && repeatedAfterDoubt) write?.settle(true);
		else if (!good) throw client.refusal(last, request);
		else {
			const look = async () => ((await hasAttachment(client, taskId, attachment.id)) ? undefined : true);
			const patienceMs = INFERRED.confirmMs;
			if (!(await lookFor(run.functions, look, { atOnce: true, patienceMs }))) {
				write?.doubt();
				throw client.failure(unreadable('nothing', good), {
					what: `Workflow Service took the removal of attachment ${attachment.id}, but still shows it`,
					next: 'Look at the attachments of the task before you run this item again.',
				});
			}
		}
		return { deleted: true, attachmentId: attachment.id, taskId };
	},
};
