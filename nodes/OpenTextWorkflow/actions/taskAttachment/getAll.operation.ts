import { returnAllAndLimit } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { ATTACHMENT, attachmentItem } from '../../records/attachment';
import { attachmentsOf } from '../../transport/attachments';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { openTask, taskLocator } from '../task/taskFields';

export const getAll: Operation<WorkflowClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of the files and links of an open task',
		action: 'Get many task attachments',
	},
	effect: 'read',
	output: ATTACHMENT,
	fields: [taskLocator, ...returnAllAndLimit],
	async execute(run, client) {
		const limit = run.limit();
		const { id } = await openTask(run, client);
		const all = await attachmentsOf(client, id);
		return all.slice(0, limit).map((one) => attachmentItem(id, one));
	},
};
