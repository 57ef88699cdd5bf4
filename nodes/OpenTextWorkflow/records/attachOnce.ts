import { createOnce } from '../../shared/createOnce';
import { isRecord } from '../../shared/isRecord';
import type { ItemFile } from '../../shared/itemFile';
import type { Waiter } from '../../shared/wait';
import {
	attachmentsOf,
	fileRequest,
	linkRequest,
	readAttachment,
	type Attachment,
	type Link,
} from '../transport/attachments';
import { record } from '../transport/dialect';
import { isFinalRefusal, isInDoubt } from '../transport/replies';
import type { WorkflowClient } from '../transport/WorkflowClient';
import { explain } from '../transport/workflowErrors';

/** What is put on a task, and by what it is found again. */
interface Wanted {
	request: ReturnType<typeof fileRequest>;
	isSame(there: Attachment): boolean;
	/** What it is found again by, for the error text. */
	by: string;
}

/** What became of it. */
export interface Attached {
	/** It was put there just now; false: it was there already, and stays as it is. */
	added: boolean;
	attachment: Attachment;
}

/** By it a file is found again: the service tells neither size nor hash. */
export const markOf = ({ sha256 }: Pick<ItemFile, 'sha256'>): string => `SHA-256 ${sha256}`;

/** The hash that Upload put beside a file; undefined when it was put there in another way. */
export const hashIn = ({ description = '' }: Attachment): string | undefined =>
	/^SHA-256 ([0-9a-f]{64})$/.exec(description)?.[1];

/**
 * Puts a file on an open task, once: one of its name and hash that is there already stays as it is.
 *
 * @param taskId of an open task
 * @throws NodeApiError when the service refuses it, or nobody knows whether it is there
 */
export const attachFile = async (
	functions: Waiter,
	client: WorkflowClient,
	taskId: string,
	file: ItemFile,
): Promise<Attached> =>
	await attachOnce(functions, client, taskId, {
		request: fileRequest(taskId, file, markOf(file)),
		isSame: ({ name, description }) => name === file.name && description === markOf(file),
		by: 'the file by its name and hash',
	});

/** Puts a link on an open task, once: one of its name and address that is there already stays as it is. @throws as `attachFile` */
export const attachLink = async (
	functions: Waiter,
	client: WorkflowClient,
	taskId: string,
	link: Link,
): Promise<Attached> =>
	await attachOnce(functions, client, taskId, {
		request: linkRequest(taskId, link),
		isSame: ({ name, externalUrl }) => name === link.name && externalUrl === link.externalUrl,
		by: 'the link by its name and address',
	});

async function attachOnce(
	functions: Waiter,
	client: WorkflowClient,
	taskId: string,
	{ request: wanted, isSame, by }: Wanted,
): Promise<Attached> {
	const lookUp = async () => (await attachmentsOf(client, taskId)).find(isSame);
	const there = await lookUp();
	if (there) return { added: false, attachment: there };
	const request = { ...wanted, gives: record() };
	const result = await createOnce(functions, {
		send: async () => await client.tryRequest(request),
		made: ({ body }) => readAttachment(isRecord(body) ? body : {}),
		lookUp,
		isFinal: isFinalRefusal,
	});
	if ('made' in result) return { added: true, attachment: result.made };
	const { refused } = result;
	if (!isInDoubt(refused)) throw client.refusal(refused, request);
	throw client.failure(refused, {
		...explain(refused, request.subject, request.method),
		next: `Run this item again: it looks for ${by} first.`,
	});
}
