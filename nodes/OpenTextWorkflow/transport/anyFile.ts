import { givesIf } from '../../shared/answer';
import { partsOf } from '../../shared/anyPath';
import type { DownloadedFile } from '../../shared/files/downloadFile';
import { faultOfFile, faultOfOffice } from '../../shared/files/fileContent';
import { announcedLength } from '../../shared/files/followLink';
import { isNodeStream, storeStream } from '../../shared/files/storeStream';
import type { ItemRun } from '../../shared/itemRun';
import { goodReply, type Reply } from '../../shared/send';
import { pause } from '../../shared/wait';
import type { ReadRequest, WorkflowClient, WorkflowRequest } from './WorkflowClient';

/** Tries in all, when what came was no file or broke off. */
const TRIES = 3;

const RETRY_MS = 500;

const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+$/;

/** What the service says in words is no file, whatever its status. */
const IS_JSON = /^application\/(?:[\w.-]+\+)?json$/i;

/** As far as a type is told by the first bytes of a file. */
const EXTENSIONS: Readonly<Record<string, string>> = {
	'application/pdf': 'pdf',
	'image/gif': 'gif',
	'image/jpeg': 'jpg',
	'image/png': 'png',
};

function typeOf({ headers }: Reply): string | undefined {
	const told = String(headers['content-type'] ?? '')
		.split(';')[0]
		.trim()
		.toLowerCase();
	return MEDIA_TYPE.test(told) ? told : undefined;
}

/** What is wrong with a file by its type and its first bytes; undefined when nothing is. */
const faultOf =
	(type: string | undefined) =>
	(head: Uint8Array): string | undefined => {
		if (type && IS_JSON.test(type)) return 'is no file but JSON, which Get reads';
		const extension = type && Object.hasOwn(EXTENSIONS, type) ? EXTENSIONS[type] : undefined;
		return faultOfFile(head, extension) ?? faultOfOffice(head, extension);
	};

/** @returns undefined when the answer does not suggest one */
function suggestedName({ headers }: Reply): string | undefined {
	const name = /filename="?([^";]+)"?/i.exec(String(headers['content-disposition'] ?? ''))?.[1].trim();
	return name && !/[/\\\p{Cc}]/u.test(name) ? name : undefined;
}

/** By the end of the path, with the extension of its type where that is known. */
function nameBy(path: string, type: string | undefined): string {
	const [last] = partsOf(path).reverse();
	const extension = type && Object.hasOwn(EXTENSIONS, type) ? EXTENSIONS[type] : undefined;
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
	for (let turn = 1; ; turn++) {
		const { last } = await client.tryRequest(request);
		const good = goodReply(last);
		if (!good || !isNodeStream(good.body)) throw client.refusal(last, request);
		const type = typeOf(good);
		const name = suggestedName(good) ?? nameBy(path, type);
		const stored = await storeStream(run.functions, good.body, name, type, {
			length: announcedLength(good.headers),
			faultOf: faultOf(type),
		});
		if ('binary' in stored) {
			return { ...stored, name: stored.binary.fileName ?? name, mimeType: stored.binary.mimeType };
		}
		if (turn >= TRIES) {
			throw run.refuse({
				what: `What ${path} gives ${stored.fault ?? 'broke off while it came'}`,
				next: 'Nothing of it was kept. Check Path, or run this item again in a while.',
			});
		}
		await pause(run.functions, RETRY_MS * turn);
	}
}
