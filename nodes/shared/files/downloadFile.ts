import type { IBinaryData } from 'n8n-workflow';
import type { ItemRun } from '../itemRun';
import { pause } from '../wait';
import { faultOfFile } from './fileContent';
import { followLink, mayFollow, type Followed } from './followLink';
import { hashStream, storeStream } from './storeStream';

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

/** What comes of the stream of a file that is there. */
type Use<Used> = (
	functions: ItemRun['functions'],
	followed: Followed & Required<Pick<Followed, 'body'>>,
	file: LinkedFile,
) => Promise<Used | NotDownloaded>;

/** How a download ended, with what was read last. */
interface Ending<Source, Used> {
	source: Source;
	ended: Used | NotDownloaded;
}

/**
 * Downloads a file into n8n's binary data while its hash is taken; with file storage it is never in memory whole. Its link is followed without a token, and a good status is no
 * good file: what is empty, cut off or does not begin like its type is not kept.
 *
 * @param source as it was read last
 * @returns the file or why there is none, with what was read last
 * @throws NodeOperationError when the user cancels the execution; whatever `address` and `reread` throw
 */
export const downloadFile = async <Source>(run: ItemRun, source: Source, download: Download<Source>) =>
	await used(run, source, download, stored);

/** Takes the hash of a file, as `downloadFile` does; nothing of it is kept. */
export const hashFile = async <Source>(run: ItemRun, source: Source, download: Download<Source>) =>
	await used(run, source, download, hashed);

async function used<Source, Used extends object>(
	{ functions }: ItemRun,
	source: Source,
	download: Download<Source>,
	use: Use<Used>,
): Promise<Ending<Source, Used>> {
	let current = source;
	for (let turn = 1; ; turn++) {
		const ended = await once(functions, await download.address(), download.file(current), use);
		if (!('status' in ended) || ended.refused) return { source: current, ended };
		const again = download.again(ended.status);
		if (again === 'never' || turn >= TRIES) return { source: current, ended };
		if (again === 'later') await pause(functions, RETRY_MS * turn);
		current = await download.reread(current);
	}
}

async function once<Used extends object>(
	functions: ItemRun['functions'],
	address: string,
	file: LinkedFile,
	use: Use<Used>,
): Promise<Used | NotDownloaded> {
	const followed = await followLink(functions, file.link, (next) => mayFollow(next, address));
	const { body } = followed;
	return body ? await use(functions, { ...followed, body }, file) : followed;
}

const expectedOf = ({ length }: Followed, { extension }: LinkedFile) => ({
	length,
	faultOf: (head: Uint8Array) => faultOfFile(head, extension),
});

const stored: Use<DownloadedFile> = async (functions, followed, file) => {
	const { name, typeOf } = file;
	const expected = expectedOf(followed, file);
	const kept = await storeStream(functions, followed.body, name, typeOf?.(followed.mimeType), expected);
	return 'binary' in kept
		? { ...kept, name: kept.binary.fileName ?? name, mimeType: kept.binary.mimeType }
		: { status: 0, fault: kept.fault };
};

const hashed: Use<Pick<DownloadedFile, 'sha256'>> = async (functions, followed, file) => {
	const taken = await hashStream(functions, followed.body, expectedOf(followed, file));
	return 'sha256' in taken ? taken : { status: 0, fault: taken.fault };
};
