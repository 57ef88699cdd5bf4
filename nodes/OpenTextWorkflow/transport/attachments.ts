import { formBody, type FormFile } from '../../shared/formBody';
import { fieldsIn, type Given } from '../../shared/record/given';
import { text } from '../../shared/shape';
import { list } from './dialect';
import { rowsOf } from './envelope';
import { INFERRED } from './inferred';
import { hasId, idOf, idOrNumber, isoTime } from './replies';
import type { WorkflowClient, WorkflowRequest } from './WorkflowClient';

/** What is looked at of an attachment (reference 5.7). */
const ATTACHMENT = {
	id: idOrNumber,
	name: text,
	description: text,
	type: text,
	externalUrl: text,
	contentUrl: text,
	userId: text,
	time: text,
};

export function readAttachment(given: Given) {
	const fields = fieldsIn(ATTACHMENT, given);
	return { ...fields, id: idOf(fields) ?? '', time: isoTime(fields.time) };
}

export type Attachment = ReturnType<typeof readAttachment>;

const pathOf = (taskId: string) => `/tasks/${encodeURIComponent(taskId)}/attachments`;

/**
 * Links and files of an open task. The list has no pages (reference 4.6, T9).
 *
 * @throws NodeApiError when the service does not answer, or the task is not open any more
 */
export async function attachmentsOf(client: WorkflowClient, taskId: string): Promise<Attachment[]> {
	const { body } = await client.request({
		method: 'GET',
		base: 'runtime',
		path: pathOf(taskId),
		subject: `the attachments of task ${taskId}`,
		gives: list({ isRow: hasId }),
	});
	return rowsOf(body).map(readAttachment);
}

/** Puts a file on an open task (reference 4.6, T10). */
export function attachRequest(
	taskId: string,
	file: FormFile,
	description: string,
): Omit<WorkflowRequest, 'gives'> {
	const parts = INFERRED.attachmentParts;
	const fields = { [parts.name]: file.name, [parts.description]: description, [parts.type]: file.mimeType };
	return {
		method: 'POST',
		base: 'runtime',
		path: pathOf(taskId),
		body: async () => await formBody(fields, parts.file, file),
		subject: `file "${file.name}" of task ${taskId}`,
		done: `file "${file.name}" was put on task ${taskId}`,
	};
}
