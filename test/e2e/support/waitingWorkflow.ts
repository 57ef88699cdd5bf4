import { randomUUID } from 'node:crypto';
import { NodeConnectionTypes, type IConnection, type INode, type INodeParameters } from 'n8n-workflow';
import type { WorkflowFile } from '../harness';

export const PACK = 'n8n-nodes-bigcommerce-opentext';

export const node = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: INode['parameters'],
	column = 0,
	row = 0,
): INode => ({
	id: randomUUID(),
	name,
	type,
	typeVersion,
	position: [column * 240, row * 160],
	parameters,
});

export const to = (...names: string[]): IConnection[] =>
	names.map((name) => ({ node: name, type: NodeConnectionTypes.Main, index: 0 }));

export const file = (
	name: string,
	nodes: INode[],
	connections: WorkflowFile['connections'],
): WorkflowFile => ({
	name,
	nodes,
	connections,
	settings: { executionOrder: 'v1', saveDataSuccessExecution: 'all', saveDataErrorExecution: 'all' },
});

/** Parameters of a request to one signer, whose external id and page come from the item. */
export const SEND: INodeParameters = {
	resource: 'signatureRequest',
	source: 'html',
	html: '=<p>Offer {{ $json.body?.key ?? $json.key }}</p>',
	externalId: '={{ $json.body?.key ?? $json.key }}',
	signerInput: 'json',
	signersJson: '[{ "email": "nathan@example.com", "full_name": "Nathan", "order": 1 }]',
	expireDays: 14,
};

/**
 * Sends a document for each caller and waits for its signature; the branch of the time-out reads the document again before it decides anything, as the README advises.
 *
 * @param path of the webhook that begins it; the body holds `key`
 * @param minutes how long it waits
 */
export const waitingWorkflow = (path: string, minutes: number): WorkflowFile =>
	file(
		`Send and Wait ${path}`,
		[
			{
				...node('Called', 'n8n-nodes-base.webhook', 2.1, { httpMethod: 'POST', path }),
				webhookId: randomUUID(),
			},
			node(
				'Ask',
				`${PACK}.openTextCoreSignature`,
				1,
				{ ...SEND, operation: 'sendAndWait', waitAmount: minutes, waitUnit: 'minutes' },
				1,
			),
			node(
				'Read It Again',
				`${PACK}.openTextCoreSignature`,
				1,
				{
					resource: 'document',
					operation: 'get',
					documentId: { __rl: true, mode: 'externalId', value: "={{ $('Called').item.json.body.key }}" },
					simplify: true,
				},
				2,
				-1,
			),
			node('Signed', 'n8n-nodes-base.noOp', 1, {}, 2, 0),
			node('Declined', 'n8n-nodes-base.noOp', 1, {}, 2, 1),
		],
		{
			Called: { main: [to('Ask')] },
			Ask: { main: [to('Read It Again'), to('Signed'), to('Declined')] },
		},
	);

/** A name that is hard to put into an expression. */
export const ASKING = 'Ask "{{ each }}"';

/**
 * Sends documents one after the other in one execution, and waits for each in turn: the first one only for seconds, the others long.
 *
 * @param path of the webhook that begins it; the body holds `keys`
 */
export const loopingWorkflow = (path: string): WorkflowFile =>
	file(
		`Send and Wait ${path}`,
		[
			{
				...node('Called', 'n8n-nodes-base.webhook', 2.1, { httpMethod: 'POST', path }),
				webhookId: randomUUID(),
			},
			node(
				'Each Key',
				'n8n-nodes-base.splitOut',
				1,
				{ fieldToSplitOut: 'body.keys', options: { destinationFieldName: 'key' } },
				1,
			),
			node('Loop', 'n8n-nodes-base.splitInBatches', 3, {}, 2),
			node(
				ASKING,
				`${PACK}.openTextCoreSignature`,
				1,
				{
					...SEND,
					operation: 'sendAndWait',
					waitAmount: "={{ $('Loop').context.currentRunIndex ? 60 : 0.05 }}",
					waitUnit: 'minutes',
				},
				3,
			),
		],
		{
			Called: { main: [to('Each Key')] },
			'Each Key': { main: [to('Loop')] },
			Loop: { main: [[], to(ASKING)] },
			[ASKING]: { main: [to('Loop'), to('Loop'), to('Loop')] },
		},
	);

/** Sends one document for each of many keys, in one execution. */
export const sendingWorkflow = (keys: readonly string[]): WorkflowFile =>
	file(
		'Send Many',
		[
			node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
			node('Keys', 'n8n-nodes-base.set', 3.5, { mode: 'raw', jsonOutput: JSON.stringify({ key: keys }) }, 1),
			node('Each Key', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'key' }, 2),
			node('Send', `${PACK}.openTextCoreSignature`, 1, { ...SEND, operation: 'send' }, 3),
		],
		{
			Start: { main: [to('Keys')] },
			Keys: { main: [to('Each Key')] },
			'Each Key': { main: [to('Send')] },
		},
	);
