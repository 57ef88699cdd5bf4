import { randomUUID } from 'crypto';
import type { StreamedBody } from './serviceRequest';

/** A file to be sent. */
export interface FormFile {
	name: string;
	mimeType: string;
	/** In bytes. */
	size: number;
	/** A new reading of it each time. */
	open(): Promise<object>;
}

/** A stream that can be turned into another one; n8n hands out Node's own. */
interface Composable {
	compose(transform: (source: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>): object;
}

const isComposable = (value: object): value is Composable => 'compose' in value;

/** A name inside quotes of a header (the rule of HTML forms: what would end it is escaped). */
const quoted = (text: string): string =>
	`"${text.replace(/"/g, '%22').replace(/\r/g, '%0D').replace(/\n/g, '%0A')}"`;

/** What could end a header is no media type. */
const mediaType = (text: string): string =>
	/^[\w.+-]+\/[\w.+-]+$/.test(text) ? text : 'application/octet-stream';

/**
 * A form with texts and one file, written while the file is read, so that a large one is never in memory whole.
 *
 * @param part the name of the file's part
 * @throws TypeError when the file is neither bytes nor a stream of Node's
 */
export async function formBody(
	fields: Readonly<Record<string, string>>,
	part: string,
	file: FormFile,
): Promise<StreamedBody> {
	const boundary = `n8n-${randomUUID()}`;
	const texts = Object.entries(fields).map(
		([name, text]) =>
			`--${boundary}\r\nContent-Disposition: form-data; name=${quoted(name)}\r\n` +
			`Content-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`,
	);
	const head = `--${boundary}\r\nContent-Disposition: form-data; name=${quoted(part)}; filename=${quoted(file.name)}\r\n`;
	const before = Buffer.from(`${texts.join('')}${head}Content-Type: ${mediaType(file.mimeType)}\r\n\r\n`);
	const after = Buffer.from(`\r\n--${boundary}--\r\n`);
	const type = `multipart/form-data; boundary=${boundary}`;
	const opened = await file.open();
	if (opened instanceof Uint8Array) {
		const stream = Buffer.concat([before, opened, after]);
		return { stream, length: stream.length, type };
	}
	if (!isComposable(opened)) throw new TypeError('The binary data cannot be read as a stream');
	const stream = opened.compose(async function* (source) {
		yield before;
		yield* source;
		yield after;
	});
	return { stream, length: before.length + file.size + after.length, type };
}
