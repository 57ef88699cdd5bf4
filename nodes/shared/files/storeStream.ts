import { createHash } from 'crypto';
import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { brokenConnection } from '../exchange';
import { pause } from '../wait';
import { HEAD_BYTES } from './fileContent';

/** What n8n takes for a stream: Node's own Readable. */
export type NodeStream = Exclude<Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0], Buffer>;

export const isNodeStream = (value: unknown): value is NodeStream =>
	typeof value === 'object' && value !== null && 'compose' in value && 'destroy' in value;

/** A file in n8n's binary data. */
export interface StoredFile {
	binary: IBinaryData;
	bytes: number;
	/** 64 hexadecimal characters. */
	sha256: string;
}

/** What a stream must be. */
export interface Expected {
	/** How many bytes it has; undefined when nobody announced it. */
	length?: number;
	/** What is wrong with it by its first bytes; undefined when nothing is. */
	faultOf?(head: Uint8Array): string | undefined;
}

/** Nothing of the stream was kept. */
export interface NotStored {
	broken: true;
	/** The end of a sentence about the file, `is empty`; undefined when the stream ended too early or came to a standstill. */
	fault?: string;
}

/** A storage that sends nothing for so long has stopped, in ms: the time-out of n8n's request helper ends with the headers. */
const STALLED_MS = 60_000;

const LOOK_MS = 500;

/**
 * Puts a stream into n8n's binary data, piece by piece, and takes its hash on the way.
 *
 * @param functions n8n's functions for this execution
 * @param mimeType undefined: n8n tells it by the name
 * @param expected what the file must be; it is looked at before n8n keeps anything of it
 * @returns `broken` when the stream ended too early, came to a standstill or is not what it must be
 * @throws NodeOperationError when the user cancels the execution
 */
export async function storeStream(
	functions: IExecuteFunctions,
	stream: NodeStream,
	name: string,
	mimeType?: string,
	expected: Expected = {},
): Promise<StoredFile | NotStored> {
	const hash = createHash('sha256');
	const progress: Progress = { bytes: 0, at: Date.now(), done: false };
	const hashed: unknown = stream.compose(async function* (source: AsyncIterable<Uint8Array>) {
		for await (const piece of looked(source, progress, expected)) {
			hash.update(piece);
			yield piece;
		}
	});
	if (!isNodeStream(hashed)) throw new TypeError('The answer cannot be read as a stream');
	// A connection that breaks may say so once more after the reader has gone; unheard, that would end the n8n process.
	for (const end of [stream, hashed]) end.on('error', () => undefined);
	void watch(functions, stream, progress);
	try {
		const binary = await functions.helpers.prepareBinaryData(hashed, name, mimeType);
		return { binary, bytes: progress.bytes, sha256: hash.digest('hex') };
	} catch (error) {
		return brokenOrThrow(error, progress);
	} finally {
		progress.done = true;
	}
}

/** Passes a stream on once its first bytes were looked at. @throws when it is not what it must be; `progress` then says why */
async function* looked(
	source: AsyncIterable<Uint8Array>,
	progress: Progress,
	{ length, faultOf }: Expected,
): AsyncGenerator<Uint8Array> {
	const refuse = (fault: string | undefined) => {
		if (fault === undefined) return;
		progress.fault = fault;
		throw new Error(fault);
	};
	let head: Buffer | undefined = Buffer.alloc(0);
	for await (const piece of source) {
		progress.bytes += piece.length;
		progress.at = Date.now();
		if (!head) {
			yield piece;
			continue;
		}
		head = Buffer.concat([head, piece]);
		if (head.length < HEAD_BYTES) continue;
		refuse(faultOf?.(head));
		yield head;
		head = undefined;
	}
	if (head) refuse(faultOf?.(head));
	// More than was announced cannot come: it is then the storage's packing that was undone on the way.
	if (length !== undefined && progress.bytes < length) {
		refuse(`is cut off: ${progress.bytes} of ${length} bytes came`);
	}
	if (head?.length) yield head;
}

/**
 * Takes the hash of a stream; nothing of it is kept.
 *
 * @param functions n8n's functions for this execution
 * @param expected what the file must be
 * @returns `broken` when the stream ended too early, came to a standstill or is not what it must be
 * @throws NodeOperationError when the user cancels the execution
 */
export async function hashStream(
	functions: IExecuteFunctions,
	stream: NodeStream,
	expected: Expected = {},
): Promise<Pick<StoredFile, 'sha256'> | NotStored> {
	const hash = createHash('sha256');
	const progress: Progress = { bytes: 0, at: Date.now(), done: false };
	stream.on('error', () => undefined);
	void watch(functions, stream, progress);
	try {
		for await (const piece of looked(stream, progress, expected)) hash.update(piece);
		return { sha256: hash.digest('hex') };
	} catch (error) {
		return brokenOrThrow(error, progress);
	} finally {
		progress.done = true;
	}
}

interface Progress {
	bytes: number;
	/** When something last came, in ms. */
	at: number;
	done: boolean;
	/** Why the stream was ended from this side. */
	cancelled?: unknown;
	stalled?: boolean;
	/** What is wrong with the file. */
	fault?: string;
}

/** Ends a stream that stands still, or that nobody wants any more. */
async function watch(functions: IExecuteFunctions, stream: NodeStream, progress: Progress): Promise<void> {
	try {
		while (!progress.done) {
			await pause(functions, LOOK_MS);
			progress.stalled = Date.now() - progress.at > STALLED_MS;
			if (progress.stalled && !progress.done) stream.destroy(new Error('The download stands still'));
			if (progress.stalled) return;
		}
	} catch (error) {
		progress.cancelled = error;
		if (!progress.done) stream.destroy(new Error('Cancelled'));
	}
}

/** Node's own words for a connection that ended in the middle. */
const ENDED_EARLY = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR']);

const codeOf = (error: unknown): unknown =>
	typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

function brokenOrThrow(error: unknown, { cancelled, stalled, fault }: Progress): NotStored {
	if (cancelled) throw cancelled;
	if (fault) return { broken: true, fault };
	if (stalled || brokenConnection(error) || ENDED_EARLY.has(String(codeOf(error)))) return { broken: true };
	throw error;
}
