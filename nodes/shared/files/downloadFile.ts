import type { IBinaryData } from 'n8n-workflow';
import type { ItemRun } from '../itemRun';
import { pause } from '../wait';
import { faultOfFile } from './fileContent';
import { followLink, mayFollow } from './followLink';
import { storeStream } from './storeStream';

/** A file that lies in n8n's binary data. */
export interface DownloadedFile {
	binary: IBinaryData;
	name: string;
	mimeType: string;
	bytes: number;
	/** Of the bytes that were stored; 64 hexadecimal characters. */
	sha256: string;
}

/** A file behind a link that is all that it takes. */
export interface LinkedFile {
	link: string;
	name: string;
	/** In small letters, without the dot; undefined when it is not known. */
	extension: string | undefined;
	/** What n8n is told of its type; left out: n8n tells it by the name. @param told by the storage */
	typeOf?(told: string | undefined): string | undefined;
}

/** Why there is no file. */
export interface NotDownloaded {
	/** What the storage answered with; 0 when the connection broke, or what came is no good. */
	status: number;
	/** What is wrong with what came: the end of a sentence about the file. */
	fault?: string;
	/** The link, or where it leads to, may not be followed: nothing was asked for there. */
	refused?: boolean;
}

/** How a file is come by whose link is good for a while only. */
export interface Download<Source> {
	/** Of the service, which may be a test double on this machine. */
	address(): Promise<string>;
	/** The file, by what was read last. */
	file(source: Source): LinkedFile;
	/** Whether a link read anew may help after such a status, and when. */
	again(status: number): 'atOnce' | 'later' | 'never';
	reread(source: Source): Promise<Source>;
}

/** Tries in all: the first link, and two that are read anew. */
const TRIES = 3;

const RETRY_MS = 500;

/**
 * Downloads a file into n8n's binary data while its hash is taken; with file storage it is never in memory whole. Its link is followed without a token, and a good status is no
 * good file: what is empty, cut off or does not begin like its type is not kept.
 *
 * @param source as it was read last
 * @returns the file or why there is none, with what was read last
 * @throws NodeOperationError when the user cancels the execution; whatever `address` and `reread` throw
 */
export async function downloadFile<Source>(
	{ functions }: ItemRun,
	source: Source,
	download: Download<Source>,
): Promise<{ source: Source; ended: DownloadedFile | NotDownloaded }> {
	let current = source;
	for (let turn = 1; ; turn++) {
		const ended = await once(functions, await download.address(), download.file(current));
		if ('binary' in ended || ended.refused) return { source: current, ended };
		const again = download.again(ended.status);
		if (again === 'never' || turn >= TRIES) return { source: current, ended };
		if (again === 'later') await pause(functions, RETRY_MS * turn);
		current = await download.reread(current);
	}
}

async function once(
	functions: ItemRun['functions'],
	address: string,
	{ link, name, extension, typeOf }: LinkedFile,
): Promise<DownloadedFile | NotDownloaded> {
	const followed = await followLink(functions, link, (next) => mayFollow(next, address));
	if (!followed.body) return followed;
	const stored = await storeStream(functions, followed.body, name, typeOf?.(followed.mimeType), {
		length: followed.length,
		faultOf: (head) => faultOfFile(head, extension),
	});
	return 'binary' in stored
		? { ...stored, name: stored.binary.fileName ?? name, mimeType: stored.binary.mimeType }
		: { status: 0, fault: stored.fault };
}
