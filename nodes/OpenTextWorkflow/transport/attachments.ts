import { formBody, type FormFile } from '../../shared/formBody';
import { fieldsIn, type Given } from '../../shared/record/given';
import type { Body } from '../../shared/serviceRequest';
import { text } from '../../shared/shape';
import { accepted } from './dialect';
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

export const attachmentTarget = (taskId: string, id: string) => ({
	base: 'runtime' as const,
	path: `${pathOf(taskId)}/${encodeURIComponent(id)}`,
	subject: `attachment ${id} of task ${taskId}`,
});

/**
 * Links and files of an open task. No pages are named for the list (reference 4.6, T9).
 *
 * @throws NodeApiError when the service does not answer, or the task is not open any more
 */
export async function attachmentsOf(client: WorkflowClient, taskId: string): Promise<Attachment[]> {
	const subject = `the attachments of task ${taskId}`;
	const rows = await client.listAtOnce({ base: 'runtime', path: pathOf(taskId), subject, isRow: hasId });
	return rows.map(readAttachment);
}

/** One of them (reference 4.6, T11). @throws NodeApiError when there is none */
export const attachmentOf = async (client: WorkflowClient, taskId: string, id: string): Promise<Attachment> =>
	readAttachment(await client.get(attachmentTarget(taskId, id), id));

/** Whether an open task still has it. @throws NodeApiError when the task is not open any more, so that nothing is known of it */
export const hasAttachment = async (client: WorkflowClient, taskId: string, id: string): Promise<boolean> =>
	(await attachmentsOf(client, taskId)).some((one) => one.id === id);

/** What is put on a task, without what the answer is like. */
type Attaching = Omit<WorkflowRequest, 'gives'>;

/** @param what as texts call it: `file "a.pdf"` */
const attaching = (taskId: string, what: string, body: Body): Attaching => ({
	method: 'POST',
	base: 'runtime',
	path: pathOf(taskId),
	body,
	subject: `${what} of task ${taskId}`,
	done: `${what} was put on task ${taskId}`,
});

/** Puts a file on an open task (reference 4.6, T10). */
export function fileRequest(taskId: string, file: FormFile, description: string): Attaching {
	const parts = INFERRED.attachmentParts;
	const fields = { [parts.name]: file.name, [parts.description]: description, [parts.type]: file.mimeType };
	return attaching(taskId, `file "${file.name}"`, async () => await formBody(fields, parts.file, file));
}

/** A link, as it is put on a task (reference 4.6, T10). */
export interface Link {
	name: string;
	externalUrl: string;
	description?: string;
}

export const linkRequest = (taskId: string, link: Link): Attaching =>
	attaching(taskId, `link "${link.name}"`, { ...link });

/** Takes an attachment off its task (reference 4.6, T12). @param cascade also deletes its file in the content services */
export const detachRequest = (taskId: string, id: string, cascade: boolean): WorkflowRequest => ({
	...attachmentTarget(taskId, id),
	method: 'DELETE',
	...(cascade && { query: { cascade } }),
	gives: accepted,
	done: `attachment ${id} of task ${taskId} was deleted`,
});
