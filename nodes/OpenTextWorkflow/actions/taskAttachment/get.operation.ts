import type { Operation } from '../../../shared/operation';
import { ATTACHMENT, attachmentItem } from '../../records/attachment';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { taskLocator } from '../task/taskFields';
import { attachmentLocator, attachmentOfItem } from './attachmentFields';

export const get: Operation<WorkflowClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve what is known of one file or link of an open task',
		action: 'Get a task attachment',
	},
	effect: 'read',
	output: ATTACHMENT,
	fields: [taskLocator, attachmentLocator],
	async execute(run, client) {
		const { taskId, attachment } = await attachmentOfItem(run, client);
		return attachmentItem(taskId, attachment);
	},
};
