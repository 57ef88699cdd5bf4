/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
	NodeOperationError,
	type IBinaryData,
	type IBinaryKeyData,
	type IDataObject,
	type IExecuteFunctions,
	type IHttpRequestOptions,
} from 'n8n-workflow';
import { NODE } from './node';
import { brokenError } from './serviceDouble';
import { documentOf, requestOf, signerOf } from './signature';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What the storage does with a link: an answer, or the code with which the connection breaks before it. */
export type StorageAnswer =
	| {
			status?: number;
			bytes?: Uint8Array;
			headers?: Record<string, string>;
			/** The connection breaks after so many bytes. */
			breakAfter?: number;
			/** Nothing more comes after so many bytes, and the connection stays. */
			stallAfter?: number;
	  }
	| { broken: string };

/** Small pieces, so that every file comes in several. */
const PIECE = 7;

function* pieces(bytes: Uint8Array, breakAfter = Number.POSITIVE_INFINITY): Generator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += PIECE) {
		if (at >= breakAfter) throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
		yield bytes.subarray(at, at + PIECE);
	}
}

/** Stands where the storage behind pre-signed links stands. */
export class Storage {
	readonly asked: IHttpRequestOptions[] = [];

	private readonly used = new Map<string, number>();

	/** @param answers by link; a list is used up one by one, its last one stays; an unknown link is 403 */
	constructor(private readonly answers: Record<string, StorageAnswer | StorageAnswer[]>) {}

	/** As `helpers.httpRequest`. */
	readonly send = async (options: IHttpRequestOptions): Promise<unknown> => {
		this.asked.push(options);
		const answer = this.next(options.url);
		if ('broken' in answer) throw await Promise.resolve(brokenError(answer.broken));
		const { status = 200, bytes = new Uint8Array(), headers = {}, breakAfter, stallAfter } = answer;
		const body = Readable.from(pieces(bytes, breakAfter), { objectMode: false });
		if (stallAfter !== undefined) return { statusCode: status, headers, body: stalling(bytes, stallAfter) };
		return { statusCode: status, headers, body };
	};

	get links(): string[] {
		return this.asked.map(({ url }) => url);
	}

	private next(link: string): StorageAnswer {
		const found = this.answers[link] ?? { status: 403 };
		if (!Array.isArray(found)) return found;
		const turn = this.used.get(link) ?? 0;
		this.used.set(link, turn + 1);
		return found[Math.min(turn, found.length - 1)];
	}
}

const stalling = (bytes: Uint8Array, after: number): Readable => {
	const stream = new Readable({ read: () => undefined });
	stream.push(bytes.subarray(0, after));
	return stream;
};

/** Stands where n8n's binary data stands: files outside the items. */
export class BinaryStore {
	readonly files: Array<{ bytes: Buffer; name?: string; mimeType?: string }> = [];

	/** Keeps a file and gives what an item holds of it. */
	add(bytes: Uint8Array, name?: string, mimeType = 'application/octet-stream'): IBinaryData {
		this.files.push({ bytes: Buffer.from(bytes), name, mimeType });
		const id = `filesystem-v2:${this.files.length - 1}`;
		return { id, data: 'filesystem-v2', fileName: name, mimeType, bytes: bytes.length };
	}

	/** The bytes behind the binary data of an item. */
	bytesOf({ id }: IBinaryData): Buffer {
		return this.files[Number(id?.split(':')[1])].bytes;
	}

	/**
	 * Puts storage and binary data into n8n's functions.
	 *
	 * @param storage what links lead to
	 * @param binaries the binary fields of each item
	 */
	prepare(storage = new Storage({}), binaries: IBinaryKeyData[] = []) {
		return (functions: IExecuteFunctions): void => {
			const { helpers } = functions;
			const items = functions.getInputData();
			functions.getInputData = () => items.map((item, index) => ({ ...item, binary: binaries[index] }));
			helpers.httpRequest = storage.send;
			helpers.prepareBinaryData = async (content, name, mimeType) => {
				const read: Uint8Array[] = [];
				for await (const piece of Buffer.isBuffer(content) ? [content] : content) read.push(piece);
				return this.add(Buffer.concat(read), name, mimeType);
			};
			helpers.assertBinaryData = (index, property) => {
				const found = binaries[index]?.[String(property)];
				if (found) return found;
				throw new NodeOperationError(NODE, `The item has no binary field '${String(property)}'`, {
					itemIndex: index,
				});
			};
			helpers.getBinaryStream = async (id) =>
				await Promise.resolve(Readable.from(pieces(this.bytesOf({ id, data: '', mimeType: '' }))));
			helpers.getBinaryDataBuffer = async (index, property) =>
				await Promise.resolve(Buffer.from(binaries[index][String(property)].data, 'base64'));
		};
	}
}

/** Bytes that look like a PDF of this name. */
export const pdfOf = (name: string): Buffer => Buffer.from(`%PDF-1.7\n${name}\n%%EOF\n`);

export const linkOf = (number: number, file = 'signed', time = 1): string =>
	`https://files.example.com/${file}-${number}.pdf?expires=${time}`;

/** A document that everybody signed, with its files. */
export const signedDocument = (number: number, more: IDataObject = {}): IDataObject =>
	documentOf(number, {
		status: 'si',
		pdf: linkOf(number),
		security_hash: sha256(pdfOf(`signed ${number}`)),
		signing_log: { pdf: linkOf(number, 'log'), security_hash: sha256(pdfOf(`log ${number}`)) },
		file: `https://files.example.com/original-${number}.docx?expires=1`,
		file_as_pdf: linkOf(number, 'converted'),
		signrequest: requestOf(number, [
			signerOf('nathan@example.com', {
				full_name: 'Nathan Smith',
				signed: true,
				signed_on: `2026-11-22T10:0${number % 10}:00.000000Z`,
			}),
		]),
		...more,
	});

/** The files of some documents behind their links. */
export const storageOf = (...numbers: number[]): Storage =>
	new Storage(
		Object.fromEntries(
			numbers.flatMap((number) => [
				[linkOf(number), { bytes: pdfOf(`signed ${number}`) }],
				[linkOf(number, 'log'), { bytes: pdfOf(`log ${number}`) }],
				[linkOf(number, 'converted'), { bytes: pdfOf(`converted ${number}`) }],
				[
					`https://files.example.com/original-${number}.docx?expires=1`,
					{ bytes: pdfOf(`original ${number}`), headers: { 'content-type': 'application/msword; x=1' } },
				],
			]),
		),
	);
