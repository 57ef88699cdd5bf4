import type { IBinaryData } from 'n8n-workflow';
import type { Advice } from '../../shared/errorText';
import type { ItemRun } from '../../shared/itemRun';
import { pause } from '../../shared/wait';
import { readDocument, type Document } from './documents';
import { faultOfFile } from '../../shared/files/fileContent';
import { FILES, fileName, isComing, isThere, whyMissing, type FileKind } from './files';
import { followLink, mayFollow } from '../../shared/files/followLink';
import { INFERRED } from './inferred';
import type { SignatureClient } from './SignatureClient';
import { storeStream } from '../../shared/files/storeStream';

export interface DownloadedFile {
	binary: IBinaryData;
	name: string;
	mimeType: string;
	bytes: number;
	/** Of the bytes that were stored; 64 hexadecimal characters. */
	sha256: string;
	/** null: the service gave no hash to compare with. A hash that differs is an error. */
	serviceHashMatches: true | null;
}

/** Tries in all: a link that died, a connection that broke and a file that is none get two more, each with a link read anew. */
const TRIES = 3;

const RETRY_MS = 500;

/** A link that is not good any more (reference 7.14; which status the storage gives is not published). */
const EXPIRED: ReadonlySet<number> = new Set([401, 403, 404, 410]);

const PASSING: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);

const reread = async (client: SignatureClient, { uuid = '' }: Document): Promise<Document> =>
	readDocument(
		await client.get({ path: `/documents/${encodeURIComponent(uuid)}/`, subject: `document ${uuid}` }, uuid),
	);

/**
 * Waits until files of a document can be downloaded.
 *
 * @param document as it was read last
 * @param waitMs how long at most, in ms
 * @returns the document with fresh links
 * @throws NodeOperationError when a file will not come, or does not in time
 */
export async function untilThere(
	run: ItemRun,
	client: SignatureClient,
	document: Document,
	kinds: readonly FileKind[],
	waitMs: number,
): Promise<Document> {
	const until = Date.now() + waitMs;
	for (let current = document; ; current = await reread(client, current)) {
		const missing = kinds.find((kind) => !isThere(current, kind));
		if (!missing) return current;
		if (!isComing(current, missing)) throw run.refuse(whyMissing(current, missing));
		const rest = until - Date.now();
		if (rest <= 0) {
			throw run.refuse({
				what: `Core Signature has not finished the ${FILES[missing].name} of document ${String(current.uuid)} after ${waitMs / 1000} s`,
				next: 'Run this item again in a while, or raise Wait at Most.',
			});
		}
		await pause(run.functions, Math.min(INFERRED.pollMs, rest));
	}
}

/**
 * Downloads one file of a document into n8n's binary data while its hash is taken; with file storage the file is never in memory whole. The link is followed without
 * the token: it carries its own authorisation (reference 7.14). A good status is not a good file: what is empty, cut off or does not begin like its type is not kept.
 *
 * @param document read just now: links live for five minutes
 * @throws NodeOperationError when it cannot be downloaded, or is not what the service says it is
 */
export async function downloadFile(
	run: ItemRun,
	client: SignatureClient,
	document: Document,
	kind: FileKind,
): Promise<DownloadedFile> {
	let current = document;
	for (let turn = 1; ; turn++) {
		const ended = await once(run, client, current, kind);
		if ('binary' in ended) return checked(run, current, kind, ended);
		const again = ended.status === 0 || EXPIRED.has(ended.status) || PASSING.has(ended.status);
		if (!again || turn >= TRIES) throw run.refuse(failure(current, kind, ended));
		if (!EXPIRED.has(ended.status)) await pause(run.functions, RETRY_MS * turn);
		current = await reread(client, current);
		if (!isThere(current, kind)) throw run.refuse(whyMissing(current, kind));
	}
}

type Stored = Omit<DownloadedFile, 'serviceHashMatches'>;

/** Why there is no file: the status of the storage, or 0 and what is wrong with what came. */
interface Failed {
	status: number;
	fault?: string;
}

async function once(
	run: ItemRun,
	client: SignatureClient,
	document: Document,
	kind: FileKind,
): Promise<Stored | Failed> {
	const link = String(FILES[kind].link(document));
	const address = await client.address();
	const followed = await followLink(run.functions, link, (next) => mayFollow(next, address));
	if (followed.refused) {
		throw run.refuse({
			what: `The link of the ${FILES[kind].name} of document ${String(document.uuid)} does not begin with https`,
			next: 'Check the host in the credential, and ask OpenText if it is right.',
		});
	}
	if (!followed.body) return followed;
	const name = fileName(document, kind);
	const mimeType = FILES[kind].mimeType ?? followed.mimeType;
	const extension = FILES[kind].extension(document);
	const stored = await storeStream(run.functions, followed.body, name, mimeType, {
		length: followed.length,
		faultOf: (head) => faultOfFile(head, extension),
	});
	return 'binary' in stored
		? { ...stored, name: stored.binary.fileName ?? name, mimeType: stored.binary.mimeType }
		: { status: 0, fault: stored.fault };
}

function checked(run: ItemRun, document: Document, kind: FileKind, stored: Stored): DownloadedFile {
	const told = FILES[kind].hash(document);
	if (!told) return { ...stored, serviceHashMatches: null };
	if (told.toLowerCase() === stored.sha256) return { ...stored, serviceHashMatches: true };
	throw run.refuse({
		what: `The ${FILES[kind].name} of document ${String(document.uuid)} is not the file that Core Signature vouches for: its SHA-256 differs`,
		next: 'Do not use it. Run this item again; if it happens again, ask OpenText about this document.',
	});
}

function failure({ uuid }: Document, kind: FileKind, { status, fault }: Failed): Advice {
	const file = `The ${FILES[kind].name} of document ${String(uuid)}`;
	if (fault) {
		return {
			what: `${file} ${fault}`,
			next: 'It was not kept. Run this item again in a while; if it happens again, ask OpenText about this document.',
		};
	}
	return {
		what: `${file} could not be downloaded: ${
			status ? `the storage answered with status ${status}` : 'the connection broke'
		}`,
		next: 'Run this item again in a while; whether this n8n may reach the host of the files, your administrator knows.',
	};
}
