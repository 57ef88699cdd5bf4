import type { Operation } from '../../../shared/operation';
import { flag, object, text } from '../../../shared/shape';
import { removeOnce } from '../../records/removeOnce';
import { detachRequest, hasAttachment } from '../../transport/attachments';
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
		const removal = await removeOnce(run.functions, client, {
			request,
			isThere: async () => await hasAttachment(client, taskId, attachment.id),
			what: `attachment ${attachment.id}`,
			all: 'attachments of the task',
		});
		if ('refused' in removal) throw client.refusal(removal.refused, request);
		return { deleted: removal.ours, attachmentId: attachment.id, taskId };
	},
};
