import type { Advice } from '../../shared/errorText';
import {
	downloadFile as downloadLinked,
	type DownloadedFile as LinkedDownload,
	type NotDownloaded,
} from '../../shared/files/downloadFile';
import type { ItemRun } from '../../shared/itemRun';
import { pause } from '../../shared/wait';
import { readDocument, type Document } from './documents';
import { FILES, fileName, isComing, isThere, whyMissing, type FileKind } from './files';
import { INFERRED } from './inferred';
import type { SignatureClient } from './SignatureClient';

export interface DownloadedFile extends LinkedDownload {
	/** null: the service gave no hash to compare with. A hash that differs is an error. */
	serviceHashMatches: true | null;
}

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
	const { source, ended } = await downloadLinked(run, document, {
		address: async () => await client.address(),
		file: (current) => ({
			link: String(FILES[kind].link(current)),
			name: fileName(current, kind),
			extension: FILES[kind].extension(current),
			typeOf: (told) => FILES[kind].mimeType ?? told,
		}),
		again: (status) => {
			if (EXPIRED.has(status)) return 'atOnce';
			return status === 0 || PASSING.has(status) ? 'later' : 'never';
		},
		reread: async (current) => {
			const next = await reread(client, current);
			if (!isThere(next, kind)) throw run.refuse(whyMissing(next, kind));
			return next;
		},
	});
	if ('binary' in ended) return checked(run, source, kind, ended);
	throw run.refuse(failure(source, kind, ended));
}

function checked(run: ItemRun, document: Document, kind: FileKind, stored: LinkedDownload): DownloadedFile {
	const told = FILES[kind].hash(document);
	if (!told) return { ...stored, serviceHashMatches: null };
	if (told.toLowerCase() === stored.sha256) return { ...stored, serviceHashMatches: true };
	throw run.refuse({
		what: `The ${FILES[kind].name} of document ${String(document.uuid)} is not the file that Core Signature vouches for: its SHA-256 differs`,
		next: 'Do not use it. Run this item again; if it happens again, ask OpenText about this document.',
	});
}

function failure({ uuid }: Document, kind: FileKind, { status, fault, refused }: NotDownloaded): Advice {
	if (refused) {
		return {
			what: `The link of the ${FILES[kind].name} of document ${String(uuid)} does not begin with https`,
			next: 'Check the host in the credential, and ask OpenText if it is right.',
		};
	}
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
