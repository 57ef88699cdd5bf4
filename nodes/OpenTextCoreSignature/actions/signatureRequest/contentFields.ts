import type { INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import { fileBody } from '../../transport/fileBody';
import { INFERRED } from '../../transport/inferred';
import type { ApiRequest } from '../../transport/SignatureClient';

const shownFor = (field: INodeProperties, ...sources: string[]): INodeProperties => ({
	...field,
	displayOptions: { show: { source: sources } },
});

/** Where the document comes from: exactly one source (reference 5.1). */
export const contentFields: INodeProperties[] = [
	{
		displayName: 'Document Source',
		name: 'source',
		type: 'options',
		options: [
			{ name: 'Base64', value: 'base64', description: 'The file as base64 text' },
			{ name: 'Binary Data', value: 'binary', description: 'A file of the incoming item' },
			{ name: 'HTML', value: 'html', description: 'A page that the service turns into a PDF' },
			{ name: 'URL', value: 'url', description: 'A public address that the service downloads' },
		],
		default: 'binary',
		description: 'Where the document comes from',
	},
	shownFor(
		{
			displayName: 'Input Binary Field',
			name: 'binaryProperty',
			type: 'string',
			required: true,
			default: 'data',
			hint: 'The name of the input field containing the file',
			description: 'The file is streamed, so it may be large',
		},
		'binary',
	),
	shownFor(
		{
			displayName: 'Base64',
			name: 'base64',
			type: 'string',
			required: true,
			default: '',
			description: 'The content of the file as base64, with or without "data:…;base64," before it',
		},
		'base64',
	),
	shownFor(
		{
			displayName: 'HTML',
			name: 'html',
			type: 'string',
			typeOptions: { rows: 8 },
			required: true,
			default: '',
			placeholder: 'e.g. <h1>Offer 42</h1>',
			description: 'A whole page or a part of one; without scripts and outside files',
		},
		'html',
	),
	shownFor(
		{
			displayName: 'Document URL',
			name: 'url',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://example.com/offer-42.pdf',
			description: 'The service downloads it without signing in',
		},
		'url',
	),
	shownFor(
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			default: '',
			placeholder: 'e.g. offer-42.pdf',
			description:
				'With its extension: the service tells the type by it. Left empty, a binary file keeps its own name.',
		},
		'base64',
		'binary',
		'html',
	),
];

const URL_LENGTH = 2100;

/** Turns the fields into the content part of a body; a large file is streamed. */
export type WithContent = (fields: object) => ApiRequest['body'];

/**
 * Reads the document of the item.
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
		next: `It begins with https:// and has at most ${URL_LENGTH} characters. Nothing was sent.`,
	});
}

function readHtml(run: ItemRun): [string, string] {
	const html = run.requiredText('html', 'HTML');
	const name = run.text('fileName') || 'document';
	const whole = /<html[\s>]/i.test(html) ? html : `<!DOCTYPE html><meta charset="utf-8">${html}`;
	return [
		/\.html?$/i.test(name) ? name : `${name.replace(/\.\w+$/, '')}${INFERRED.htmlExtension}`,
		Buffer.from(whole, 'utf8').toString('base64'),
	];
}

/** Reference 3.1: plain base64, without the prefix of a data URL; line breaks are tolerated. */
function readBase64(run: ItemRun): [string, string] {
	const content = run
		.requiredText('base64', 'Base64')
		.replace(/^data:[^,]*,/, '')
		.replace(/\s+/g, '');
	if (!/^[A-Za-z0-9+/]+={0,2}$/.test(content) || content.length % 4 !== 0) {
		throw run.refuse({
			what: 'Base64 does not hold base64 text',
			next: 'Check the expression; for a file of the item choose Binary Data instead. Nothing was sent.',
		});
	}
	return [named(run, run.text('fileName')), content];
}

/** The service tells the type of a file by the extension alone (reference 8, point 9). */
function named(run: ItemRun, name: string): string {
	if (/\.[a-z0-9]{2,5}$/i.test(name)) return name;
	throw run.refuse({
		what: name ? `File Name "${name}" has no extension` : 'File Name is empty',
		next: 'Enter it with its extension, for example offer-42.pdf. Nothing was sent.',
	});
}

async function readBinary(run: ItemRun): Promise<WithContent> {
	const property = run.requiredText('binaryProperty', 'Input Binary Field');
	const { helpers } = run.functions;
	const file = helpers.assertBinaryData(run.index, property);
	const own = file.fileName ?? (file.fileExtension ? `document.${file.fileExtension}` : '');
	const name = named(run, run.text('fileName') || own);
	const { id } = file;
	// Only an n8n that keeps binary data in memory has none; then it is there whole already.
	if (!id) return (fields) => ({ ...fields, file_from_content: file.data, file_from_content_name: name });
	const { fileSize } = await helpers.getBinaryMetadata(id);
	return (fields) => async () =>
		fileBody({ ...fields, file_from_content_name: name }, await helpers.getBinaryStream(id), fileSize);
}
