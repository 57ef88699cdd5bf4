import type { DownloadedFile } from '../../shared/files/downloadFile';
import { announcedLength } from '../../shared/files/followLink';
import { storeStream, type NodeStream } from '../../shared/files/storeStream';
import type { ItemRun } from '../../shared/itemRun';
import type { Reply } from '../../shared/send';
import { pause } from '../../shared/wait';

/** Tries in all, when what came was no good file or broke off. */
const TRIES = 3;

const RETRY_MS = 500;

const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+$/;

/** A media type as the package takes it; undefined when it is none. */
export const mediaType = (text: unknown): string | undefined => {
	const [told] = String(text ?? '').split(';');
	return MEDIA_TYPE.test(told.trim()) ? told.trim() : undefined;
};

/** A file of which nobody has read yet. */
export interface OpenedFile {
	stream: NodeStream;
	headers: Reply['headers'];
}

/** How a file of the service is come by, and what it must be. */
export interface FileSource {
	/** Asks for it anew. @throws what tells the user why there is none */
	open(): Promise<OpenedFile>;
	nameOf(headers: Reply['headers']): string;
	/** Left out, or undefined: n8n tells it by the name. */
	typeOf(headers: Reply['headers']): string | undefined;
	/** What is wrong with it by its first bytes: the end of a sentence about it. @param type what `typeOf` gave */
	faultOf(head: Uint8Array, type: string | undefined): string | undefined;
	/** What its hash must be; undefined when nobody knows. */
	sha256?: string;
	/** The beginning of a sentence about it: `The file of attachment a1`. */
	what: string;
	/** What to do when no good file came. */
	next: string;
}

const DIFFERS = 'is not the one that was uploaded: its SHA-256 differs';

/**
 * Puts a file of the service into n8n's binary data, piece by piece, while its hash is taken. A good status is not a good file: what is empty, cut off, of another hash or faulty by its
 * first bytes is asked for anew, and not given.
 *
 * @throws NodeOperationError when no good file comes, or the execution is cancelled; whatever `open` throws
 */
export async function storedFile(run: ItemRun, source: FileSource): Promise<DownloadedFile> {
	const { sha256, what, next } = source;
	for (let turn = 1; ; turn++) {
		const { stream, headers } = await source.open();
		const [name, type] = [source.nameOf(headers), source.typeOf(headers)];
		const stored = await storeStream(run.functions, stream, name, type, {
			length: announcedLength(headers),
			faultOf: (head) => source.faultOf(head, type),
		});
		const isGood = 'binary' in stored && (sha256 ?? stored.sha256) === stored.sha256;
		if (isGood) return { ...stored, name: stored.binary.fileName ?? name, mimeType: stored.binary.mimeType };
		if (turn >= TRIES) {
			const fault = 'binary' in stored ? DIFFERS : (stored.fault ?? 'broke off while it came');
			throw run.refuse({ what: `${what} ${fault}`, next });
		}
		await pause(run.functions, RETRY_MS * turn);
	}
}
