import type { INodeProperties } from 'n8n-workflow';
import { optionsCollection, outputFile, outputFileOf } from '../../../shared/fields';
import type { ItemRun } from '../../../shared/itemRun';
import { OutputItem, type Operation } from '../../../shared/operation';
import { documentItem } from '../../records/documentItem';
import { downloadFile, untilThere } from '../../transport/downloads';
import { FILES, type FileKind } from '../../transport/files';
import type { SignatureClient } from '../../transport/SignatureClient';
import { documentLocator, documentOfItem } from '../documentFields';
import { waitField, waitMsOf } from '../waitField';
import { DOWNLOADED } from '../../records/document';

const fileField: INodeProperties = {
	displayName: 'File',
	name: 'file',
	type: 'options',
	options: [
		{ name: 'Original', value: 'original', description: 'The file as it was uploaded' },
		{ name: 'Original as PDF', value: 'originalPdf', description: 'What the service made of it' },
		{
			name: 'Signed PDF',
			value: 'signedDocument',
			description: 'With the signatures in it; of a declined document, the copy that says so',
		},
		{ name: 'Signing Log', value: 'signingLog', description: 'Who did what and when, as a PDF' },
	],
	default: 'signedDocument',
	description: 'Which file of the document to download',
};

const OPTION_FIELDS = [waitField];

const isKind = (value: string): value is FileKind => Object.hasOwn(FILES, value);

function readKind(run: ItemRun): FileKind {
	const value = run.text('file', 'signedDocument');
	if (isKind(value)) return value;
	throw run.refuse({
		what: `A document has no file "${value}"`,
		next: `Choose it from the list, or use one of ${Object.keys(FILES).join(', ')}.`,
	});
}

export const download: Operation<SignatureClient> = {
	option: {
		name: 'Download',
		value: 'download',
		description: 'Download the signed PDF, the signing log or the original, and check its hash',
		action: 'Download a document',
	},
	effect: 'read',
	output: DOWNLOADED,
	fields: [documentLocator, fileField, outputFile, optionsCollection(OPTION_FIELDS)],
	async execute(run, client) {
		const kind = readKind(run);
		const property = outputFileOf(run);
		const waitMs = waitMsOf(run.fields('options', OPTION_FIELDS));
		const found = await documentOfItem(run, client);
		const document = await untilThere(run, client, found, [kind], waitMs);
		const { binary, ...file } = await downloadFile(run, client, document, kind);
		return new OutputItem({ ...documentItem(document), file }, { [property]: binary });
	},
};
