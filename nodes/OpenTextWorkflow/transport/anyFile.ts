import { givesIf } from '../../shared/answer';
import { partsOf } from '../../shared/anyPath';
import type { DownloadedFile } from '../../shared/files/downloadFile';
import { faultOfFile, faultOfOffice } from '../../shared/files/fileContent';
import { isNodeStream } from '../../shared/files/storeStream';
import type { ItemRun } from '../../shared/itemRun';
import { goodReply, type Reply } from '../../shared/send';
import { mediaType, storedFile } from './storedFile';
import type { ReadRequest, WorkflowClient, WorkflowRequest } from './WorkflowClient';

/** What the service says in words is no file, whatever its status. */
const IS_JSON = /^application\/(?:[\w.-]+\+)?json$/i;

/** As far as a type is told by the first bytes of a file. */
const EXTENSIONS: Readonly<Record<string, string>> = {
	'application/pdf': 'pdf',
	'image/gif': 'gif',
	'image/jpeg': 'jpg',
	'image/png': 'png',
};

const extensionOf = (type: string | undefined): string | undefined =>
	type !== undefined && Object.hasOwn(EXTENSIONS, type) ? EXTENSIONS[type] : undefined;

/** What is wrong with a file by its type and its first bytes; undefined when nothing is. */
function faultOf(head: Uint8Array, type: string | undefined): string | undefined {
	if (type && IS_JSON.test(type))
		return 'is JSON, which Get reads; a JSON file on a task is downloaded with Task Attachment: Download';
	const extension = extensionOf(type);
	return faultOfFile(head, extension) ?? faultOfOffice(head, extension);
}

const typeOf = (headers: Reply['headers']): string | undefined =>
	mediaType(headers['content-type'])?.toLowerCase();

/** @returns undefined when the answer does not suggest one */
function suggestedName(headers: Reply['headers']): string | undefined {
	const name = /filename="?([^";]+)"?/i.exec(String(headers['content-disposition'] ?? ''))?.[1].trim();
	return name && !/[/\\\p{Cc}]/u.test(name) ? name : undefined;
}

/** By the end of the path, with the extension of its type where that is known. */
function nameBy(path: string, type: string | undefined): string {
	const [last] = partsOf(path).reverse();
	const extension = extensionOf(type);
	return extension ? `${last}.${extension}` : last;
}

/**
 * Downloads what a path gives into n8n's binary data, piece by piece, while its hash is taken. A good status is not a good file: what is empty, cut off, a web page, JSON or begins
 * otherwise than its type is not given.
 *
 * @throws NodeOperationError when no good file comes; NodeApiError when the service refuses it
 */
export async function downloadAny(
	run: ItemRun,
	client: WorkflowClient,
	asked: ReadRequest,
): Promise<DownloadedFile> {
	const { path } = asked;
	const request: WorkflowRequest = {
		...asked,
		method: 'GET',
		streams: true,
		gives: givesIf(({ body }) => isNodeStream(body)),
	};
	return await storedFile(run, {
		async open() {
			const { last } = await client.tryRequest(request);
			const good = goodReply(last);
			if (good && isNodeStream(good.body)) return { stream: good.body, headers: good.headers };
			throw client.refusal(last, request);
		},
		nameOf: (headers) => suggestedName(headers) ?? nameBy(path, typeOf(headers)),
		typeOf,
		faultOf,
		what: `What ${path} gives`,
		next: 'Nothing of it was kept. Check Path, or run this item again in a while.',
	});
}
