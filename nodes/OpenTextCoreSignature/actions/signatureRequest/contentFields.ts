import type { INodeProperties } from 'n8n-workflow';

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
			description: 'The content of the file, also as a data URL',
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
			description: 'A page or a part of one, without scripts and outside files',
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
			description: 'With its extension, which tells the type; left empty, a binary file keeps its own',
		},
		'base64',
		'binary',
		'html',
	),
];
