import { givesIf } from '../../shared/answer';
import type { Advice } from '../../shared/errorText';
import type { DownloadedFile } from '../../shared/files/downloadFile';
import { faultOfFile } from '../../shared/files/fileContent';
import { isNodeStream } from '../../shared/files/storeStream';
import type { ItemRun } from '../../shared/itemRun';
import { goodReply } from '../../shared/send';
import { attachmentTarget, type Attachment } from './attachments';
import { INFERRED } from './inferred';
import { mediaType, storedFile, type OpenedFile } from './storedFile';
import { BASES, type WorkflowClient, type WorkflowRequest } from './WorkflowClient';

const EXTENSION = /\.([a-z][a-z0-9]{1,4})$/i;

/** Below the base of the runtime: the token goes nowhere else, whatever host `contentUrl` names. */
function pathsOf(taskId: string, { id, contentUrl = '' }: Attachment): string[] {
	const expected = `${attachmentTarget(taskId, id).path}/${INFERRED.attachmentContent}`;
	const pathname = URL.canParse(contentUrl) ? new URL(contentUrl).pathname : '';
	const at = pathname.indexOf(`${BASES.runtime}/`);
	const told = at < 0 ? expected : pathname.slice(at + BASES.runtime.length);
	return [...new Set([expected, told])];
}

/** @returns undefined when the file is at none of the places where it may be */
async function opened(
	client: WorkflowClient,
	taskId: string,
	attachment: Attachment,
): Promise<OpenedFile | undefined> {
	for (const path of pathsOf(taskId, attachment)) {
		const request: WorkflowRequest = {
			method: 'GET',
			base: 'runtime',
			path,
			subject: `the file of attachment ${attachment.id} of task ${taskId}`,
			streams: true,
			gives: givesIf(({ body }) => isNodeStream(body)),
		};
		const { last } = await client.tryRequest(request);
		const good = goodReply(last);
		if (good && isNodeStream(good.body)) return { stream: good.body, headers: good.headers };
		if (last.status !== 404) throw client.refusal(last, request);
	}
	return undefined;
}

function noFile(taskId: string, { id, externalUrl }: Attachment): Advice {
	const name = `Attachment ${id} of task ${taskId}`;
	return externalUrl
		? { what: `${name} is a link, not a file`, next: 'Open its external URL, which Get tells.' }
		: {
				what: `Workflow Service does not give the file of attachment ${id} of task ${taskId}`,
				next: 'Look with Get where it lies: its content URL may lead to another service of OpenText.',
			};
}

/** What is downloaded. */
interface Wanted {
	taskId: string;
	attachment: Attachment;
	/** What its hash must be; undefined when nobody knows. */
	sha256: string | undefined;
}

/**
 * Downloads the file of an attachment into n8n's binary data, piece by piece, while its hash is taken (reference 4.10, U15). A good status is not a good file: what is empty, cut off,
 * a web page or of another hash is not given.
 *
 * @throws NodeOperationError when it is a link, or no good file comes; NodeApiError when the service refuses it
 */
export async function downloadAttachment(
	run: ItemRun,
	client: WorkflowClient,
	{ taskId, attachment, sha256 }: Wanted,
): Promise<DownloadedFile> {
	const { id, name = `attachment-${id}`, externalUrl, contentUrl } = attachment;
	if (externalUrl && !contentUrl) throw run.refuse(noFile(taskId, attachment));
	const extension = EXTENSION.exec(name)?.[1]?.toLowerCase();
	return await storedFile(run, {
		async open() {
			const file = await opened(client, taskId, attachment);
			if (file) return file;
			throw run.refuse(noFile(taskId, attachment));
		},
		nameOf: () => name,
		typeOf: (headers) => mediaType(attachment.type) ?? mediaType(headers['content-type']),
		faultOf: (head) => faultOfFile(head, extension),
		sha256,
		what: `The file of attachment ${id} of task ${taskId}`,
		next: 'It was not kept. Run this item again in a while.',
	});
}
