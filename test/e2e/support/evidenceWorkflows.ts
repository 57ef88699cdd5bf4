import type { INode, INodeParameters } from 'n8n-workflow';
import type { WorkflowFile } from '../harness';
import { file, node, PACK, SEND, to } from './waitingWorkflow';

/** What Collect gives, by the names of its binary fields. */
export const ITEMS = ['signedDocument', 'signingLog', 'manifest'] as const;

export type EvidenceItem = (typeof ITEMS)[number];

const signature = (name: string, parameters: INodeParameters, column: number): INode =>
	node(name, `${PACK}.openTextCoreSignature`, 1, parameters, column);

const http = (name: string, parameters: INodeParameters, column: number, row = 0): INode =>
	node(name, 'n8n-nodes-base.httpRequest', 4.4, parameters, column, row);

const start = node('Start', 'n8n-nodes-base.manualTrigger', 1, {});

/** Nodes in one line. */
const line = (name: string, nodes: INode[]): WorkflowFile =>
	file(
		name,
		nodes,
		Object.fromEntries(
			nodes.slice(0, -1).map((from, index) => [from.name, { main: [to(nodes[index + 1].name)] }]),
		),
	);

const getting = (item: string, url: string, column: number) =>
	http(
		`Get ${item}`,
		{ url, options: { response: { response: { responseFormat: 'file', outputPropertyName: item } } } },
		column,
	);

/** Collects the evidence of a document and leaves each file at an address. */
export const collecting = (documentId: string, place: string): WorkflowFile => {
	const collect = signature(
		'Collect',
		{ resource: 'evidence', operation: 'collect', documentId, snapshot: '{ "total": "12.00" }' },
		1,
	);
	const puts = ITEMS.map((item, row) =>
		http(
			`Put ${item}`,
			{
				method: 'PUT',
				url: `${place}/${item}`,
				sendBody: true,
				contentType: 'binaryData',
				inputDataFieldName: item,
			},
			2,
			row,
		),
	);
	return file('Collect', [start, collect, ...puts], {
		Start: { main: [to('Collect')] },
		Collect: { main: [to(...puts.map(({ name }) => name))] },
	});
};

/** Verifies many sets of evidence, each below its own number. */
export const verifying = (place: string, count: number): WorkflowFile =>
	line('Verify', [
		start,
		node(
			'Cases',
			'n8n-nodes-base.set',
			3.5,
			{ mode: 'raw', jsonOutput: JSON.stringify({ number: [...Array(count).keys()] }) },
			1,
		),
		node('Each Case', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'number' }, 2),
		...ITEMS.map((item, index) => getting(item, `=${place}/{{ $itemIndex }}/${item}`, 3 + index)),
		signature('Verify', { resource: 'evidence', operation: 'verify', options: {} }, 6),
	]);

/** Downloads the signed PDF of a document. */
export const downloading = (documentId: string): WorkflowFile =>
	line('Download', [
		start,
		signature('Download', { resource: 'document', operation: 'download', documentId }, 1),
	]);

/** Collects the evidence of a document. */
export const onlyCollecting = (documentId: string): WorkflowFile =>
	line('Collect Only', [
		start,
		signature('Collect', { resource: 'evidence', operation: 'collect', documentId }, 1),
	]);

/** Sends a file that lies at an address. */
export const sendingFile = (address: string, key: string): WorkflowFile =>
	line('Send a File', [
		start,
		getting('data', address, 1),
		signature(
			'Send',
			{
				...SEND,
				operation: 'send',
				externalId: key,
				source: 'binary',
				binaryProperty: 'data',
				fileName: 'large.pdf',
			},
			2,
		),
	]);
