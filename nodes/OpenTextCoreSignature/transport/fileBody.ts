import type { StreamedBody } from '../../shared/serviceRequest';

/** A stream that can be read piece by piece and turned into another one; n8n hands out Node's own. */
export interface ByteStream extends AsyncIterable<Uint8Array> {
	compose(transform: (source: AsyncIterable<Uint8Array>) => AsyncIterable<string>): object;
}

const isByteStream = (value: unknown): value is ByteStream =>
	typeof value === 'object' && value !== null && 'compose' in value && Symbol.asyncIterator in value;

/** How the body begins; the file goes between the last two quotes. */
const BEGINNING = '{"file_from_content":"';

/** Characters of base64 for a number of bytes. */
const base64Length = (bytes: number): number => Math.ceil(bytes / 3) * 4;

/**
 * The JSON body of an upload, written while the file is read, so that a large file is never in memory whole. Base64 inside JSON is the proven way to send a
 * file (reference 5.1; multipart is only inferred).
 *
 * @param fields every field but `file_from_content`
 * @param file the bytes
 * @param size of the file in bytes, when it is known
 * @throws TypeError when `file` is no stream of Node's
 */
export function fileBody(fields: object, file: unknown, size?: number): StreamedBody {
	if (!isByteStream(file)) throw new TypeError('The binary data cannot be read as a stream');
	const json = JSON.stringify({ file_from_content: '', ...fields });
	const [before, after] = [json.slice(0, BEGINNING.length), json.slice(BEGINNING.length)];
	const stream = file.compose(async function* (source) {
		yield before;
		yield* base64(source);
		yield after;
	});
	return { stream, ...(size !== undefined && { length: Buffer.byteLength(json) + base64Length(size) }) };
}

/** Base64 of a stream: three bytes make four characters, so what is left over of a piece goes before the next. */
async function* base64(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
	let rest = Buffer.alloc(0);
	for await (const piece of source) {
		const bytes = Buffer.concat([rest, piece]);
		const whole = bytes.length - (bytes.length % 3);
		if (whole) yield bytes.toString('base64', 0, whole);
		rest = bytes.subarray(whole);
	}
	if (rest.length) yield rest.toString('base64');
}
