import { readablePage } from '../../../shared/readablePage';
import type { ItemRun } from '../../../shared/itemRun';
import { HEAD_BYTES, wholePage } from '../../../shared/files/fileContent';
import { INFERRED } from '../../transport/inferred';
import type { ApiRequest } from '../../transport/SignatureClient';
import { readBinary } from './binaryUpload';
import { assertFile } from './uploadCheck';
import { plainName, shortened, uploadExtension, uploadName } from './uploadName';

const URL_LENGTH = 2100;

/** Turns the fields into the content part of a body; a large file is streamed. */
export type WithContent = (fields: object) => ApiRequest['body'];

/**
 * Reads the document of the item. What is empty or not what its name says is refused here, before anything is mailed.
 *
 * @returns adds the document to the other fields of a body
 * @throws NodeOperationError when the source is empty, or is not what it should be
 */
export async function readContent(run: ItemRun): Promise<WithContent> {
	const source = run.text('source', 'binary');
	if (source === 'url') {
		const url = readUrl(run);
		return (fields) => ({ ...fields, file_from_url: url });
	}
	if (source === 'binary') return await readBinary(run);
	const [name, content] = source === 'html' ? readHtml(run) : readBase64(run);
	return (fields) => ({ ...fields, file_from_content: content, file_from_content_name: name });
}

function readUrl(run: ItemRun): string {
	const text = run.requiredText('url', 'Document URL');
	if (/^https?:\/\//.test(text) && URL.canParse(text) && text.length <= URL_LENGTH) return text;
	throw run.refuse({
		what: 'Document URL is not an address that the service could download from',
		next: `It begins with https:// and has at most ${URL_LENGTH} characters.`,
	});
}

/** What shows something without words. */
const PICTURE = /<(img|svg|canvas|object|embed|picture|input)\b/i;

function readHtml(run: ItemRun): [string, string] {
	const html = run.requiredText('html', 'HTML');
	if (!readablePage(html) && !PICTURE.test(html)) {
		throw run.refuse({
			what: 'HTML is a page without anything on it',
			next: 'Check the expressions that should fill it.',
		});
	}
	const name = plainName(run.text('fileName')) || 'document';
	const named = /\.html?$/i.test(name)
		? name
		: `${name.replace(/\.[a-z]\w*$/i, '')}${INFERRED.htmlExtension}`;
	return [
		shortened(named, uploadExtension(named) ?? ''),
		Buffer.from(wholePage(html), 'utf8').toString('base64'),
	];
}

/** Reference 3.1: plain base64, without the prefix of a data URL; line breaks are tolerated. */
function readBase64(run: ItemRun): [string, string] {
	const entered = run.requiredText('base64', 'Base64');
	const prefix = /^data:([^,]*),/i.exec(entered);
	const content = entered.slice(prefix?.[0].length ?? 0).replace(/\s+/g, '');
	if (!/^[A-Za-z0-9+/]+={0,2}$/.test(content) || content.length % 4 !== 0) {
		throw run.refuse({
			what: 'Base64 does not hold base64 text',
			next: 'Check the expression; for a file of the item choose Binary Data instead.',
		});
	}
	const head = Buffer.from(content.slice(0, 2 * HEAD_BYTES), 'base64');
	const name = uploadName(run, run.text('fileName'), { mimeType: prefix?.[1], head });
	assertFile(run, head, name);
	return [name, content];
}
