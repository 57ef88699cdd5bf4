import { readItemFile } from '../../../shared/itemFile';
import type { Operation } from '../../../shared/operation';
import { flag, object, text } from '../../../shared/shape';
import { attachFile } from '../../records/attachOnce';
import { attachment, attachmentItem } from '../../records/attachment';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { openTask, taskLocator } from '../task/taskFields';

export const upload: Operation<WorkflowClient> = {
	option: {
		name: 'Upload',
		value: 'upload',
		description:
			'Put a file with an open task, so that whoever works on it has it; the same file counts once',
		action: 'Upload a task attachment',
	},
	effect: 'change',
	output: object({ uploaded: flag, sha256: text, ...attachment }),
	fields: [
		taskLocator,
		{
			displayName: 'Input Binary Field',
			name: 'binaryProperty',
			type: 'string',
			required: true,
			default: 'data',
			hint: 'The name of the input binary field containing the file to be uploaded',
			description: 'The file is streamed, so it may be large',
		},
	],
	async execute(run, client) {
		const property = run.requiredText('binaryProperty', 'Input Binary Field');
		const file = await readItemFile(run, property);
		const { id } = await openTask(run, client);
		const { added, attachment: made } = await attachFile(run.functions, client, id, file);
		return { uploaded: added, sha256: file.sha256, ...attachmentItem(id, made) };
	},
};
