import { createOnce } from '../../shared/createOnce';
import type { ItemFile } from '../../shared/itemFile';
import { isRecord } from '../../shared/isRecord';
import type { Waiter } from '../../shared/wait';
import { attachmentsOf, attachRequest, readAttachment, type Attachment } from '../transport/attachments';
import { record } from '../transport/dialect';
import { isFinalRefusal, isInDoubt } from '../transport/replies';
import type { WorkflowClient } from '../transport/WorkflowClient';
import { explain } from '../transport/workflowErrors';

/** By it a file is found again: the service tells neither size nor hash. */
const markOf = ({ sha256 }: ItemFile): string => `SHA-256 ${sha256}`;

/**
 * Puts a file on an open task, once: one of its name and hash that is there already stays as it is.
 *
 * @param taskId of an open task
 * @returns the attachment, and whether it was put there now
 * @throws NodeApiError when the service refuses it, or nobody knows whether it is there
 */
export async function attachFile(
	functions: Waiter,
	client: WorkflowClient,
	taskId: string,
	file: ItemFile,
): Promise<{ uploaded: boolean; attachment: Attachment }> {
	const lookUp = async () =>
		(await attachmentsOf(client, taskId)).find(
			({ name, description }) => name === file.name && description === markOf(file),
		);
	const there = await lookUp();
	if (there) return { uploaded: false, attachment: there };
	const request = { ...attachRequest(taskId, file, markOf(file)), gives: record() };
	const result = await createOnce(functions, {
		send: async () => await client.tryRequest(request),
		made: ({ body }) => readAttachment(isRecord(body) ? body : {}),
		lookUp,
		isFinal: isFinalRefusal,
	});
	if ('made' in result) return { uploaded: true, attachment: result.made };
	const { refused } = result;
	if (!isInDoubt(refused)) throw client.refusal(refused, request);
	throw client.failure(refused, {
		...explain(refused, request.subject, request.method),
		next: 'Run this item again: it looks for the file by its name and hash first.',
	});
}
