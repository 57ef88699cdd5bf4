import { outputFile, outputFileOf } from '../../../shared/fields';
import { OutputItem, type Operation } from '../../../shared/operation';
import { flag, object, orNull, text, whole } from '../../../shared/shape';
import { hashIn } from '../../records/attachOnce';
import { attachment as fields, attachmentItem } from '../../records/attachment';
import { downloadAttachment } from '../../transport/attachmentFile';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { taskLocator } from '../task/taskFields';
import { attachmentLocator, attachmentOfItem } from './attachmentFields';

export const download: Operation<WorkflowClient> = {
	option: {
		name: 'Download',
		value: 'download',
		description: 'Get a file of an open task',
		action: 'Download a task attachment',
	},
	effect: 'read',
	output: object({
		...fields,
		file: object({
			name: text,
			mimeType: text,
			bytes: whole,
			sha256: text,
			uploadedHashMatches: orNull(flag),
		}),
	}),
	fields: [taskLocator, attachmentLocator, outputFile],
	async execute(run, client) {
		const property = outputFileOf(run);
		const { taskId, attachment } = await attachmentOfItem(run, client);
		const uploaded = hashIn(attachment);
		const { binary, ...file } = await downloadAttachment(run, client, {
			taskId,
			attachment,
			sha256: uploaded,
		});
		const uploadedHashMatches = uploaded ? true : null;
		return new OutputItem(
			{ ...attachmentItem(taskId, attachment), file: { ...file, uploadedHashMatches } },
			{ [property]: binary },
		);
	},
};
