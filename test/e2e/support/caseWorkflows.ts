import { randomUUID } from 'node:crypto';
import type { INode, INodeParameters } from 'n8n-workflow';
import type { WorkflowFile } from '../harness';
import { file, node, PACK, to } from './waitingWorkflow';

const service = (name: string, parameters: INodeParameters, column: number, row = 0): INode =>
	node(name, `${PACK}.openTextWorkflow`, 1, parameters, column, row);

const called = (name: string, path: string, row = 0): INode => ({
	...node(
		name,
		'n8n-nodes-base.webhook',
		2.1,
		{ httpMethod: 'POST', path, responseMode: 'lastNode' },
		0,
		row,
	),
	webhookId: randomUUID(),
});

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** What the walk is asked for. */
export interface Walk {
	model: string;
	/** business key of the case */
	key: string;
	variables: Record<string, string>;
	steps: ReadonlyArray<{
		isAnswered: boolean;
		outcome: string;
		by: string;
		variables: Record<string, string>;
		/** how far the service's clock moves on then */
		advanceMs: number;
	}>;
}

const STARTED = "={{ $('Start the Case').first().json.caseId }}";
const STEP = "$('One Step After the Other').first().json";

/**
 * The whole life of a case in one workflow: it is started, its open task is looked for and completed again and again, and at its end comes what was decided and
 * everything that happened. Called at `walk-<name>` with a `Walk`, it answers with `{ decision, trail }`; called at `deploy-<name>`, it deploys the text in `model`.
 *
 * @param clock address at which the service's clock is moved on
 */
export const caseWorkflow = (name: string, clock: string): WorkflowFile =>
	file(
		`Walk Through Cases ${name}`,
		[
			called('Model Called', `deploy-${name}`, 2),
			service(
				'Deploy It',
				{ resource: 'model', operation: 'deploy', source: 'text', model: '={{ $json.body.model }}' },
				1,
				2,
			),
			called('Called', `walk-${name}`),
			service(
				'Start the Case',
				{
					...{ resource: 'case', operation: 'start' },
					modelKey: { __rl: true, mode: 'key', value: '={{ $json.body.model }}' },
					businessKey: '={{ $json.body.key }}',
					caseName: '={{ $json.body.model }}',
					specifyVariables: 'json',
					variablesJson: '={{ JSON.stringify($json.body.variables) }}',
				},
				1,
			),
			node(
				'Steps',
				'n8n-nodes-base.set',
				3.5,
				{ mode: 'raw', jsonOutput: "={{ { step: $('Called').first().json.body.steps } }}" },
				2,
			),
			node('Each Step', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'step' }, 3),
			node('One Step After the Other', 'n8n-nodes-base.splitInBatches', 3, { batchSize: 1 }, 4),
			node(
				'Does Anybody Answer?',
				'n8n-nodes-base.if',
				2.2,
				{
					conditions: {
						options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
						conditions: [
							{
								id: randomUUID(),
								leftValue: '={{ $json.isAnswered }}',
								rightValue: '',
								operator: { type: 'boolean', operation: 'true', singleValue: true },
							},
						],
						combinator: 'and',
					},
				},
				5,
				1,
			),
			service(
				'Find the Task',
				{ resource: 'task', operation: 'getAll', returnAll: true, filters: { caseId: STARTED } },
				6,
			),
			service(
				'Complete It',
				{
					...{ resource: 'task', operation: 'complete' },
					taskId: byId('={{ $json.taskId }}'),
					outcome: byId(`={{ ${STEP}.outcome }}`),
					specifyVariables: 'json',
					variablesJson: `={{ JSON.stringify(${STEP}.variables) }}`,
					options: { assignee: `={{ ${STEP}.by }}` },
				},
				7,
			),
			node(
				'Let Time Pass',
				'n8n-nodes-base.httpRequest',
				4.4,
				{
					...{ method: 'POST', url: clock, sendBody: true, specifyBody: 'json' },
					jsonBody: `={{ { advanceMs: ${STEP}.advanceMs } }}`,
				},
				8,
				1,
			),
			{
				...service(
					'Get the Decision',
					{ resource: 'case', operation: 'getDecision', caseId: byId(STARTED) },
					5,
					-1,
				),
				// it gets every step again when the last one is done
				executeOnce: true,
			},
			service(
				'Get the Audit Trail',
				{ resource: 'history', operation: 'getAuditTrail', caseId: byId(STARTED), as: 'json' },
				6,
				-1,
			),
			node(
				'Tell',
				'n8n-nodes-base.set',
				3.5,
				{
					mode: 'raw',
					jsonOutput: "={{ { decision: $('Get the Decision').first().json, trail: $json.entries } }}",
				},
				7,
				-1,
			),
		],
		{
			'Model Called': { main: [to('Deploy It')] },
			Called: { main: [to('Start the Case')] },
			'Start the Case': { main: [to('Steps')] },
			Steps: { main: [to('Each Step')] },
			'Each Step': { main: [to('One Step After the Other')] },
			'One Step After the Other': { main: [to('Get the Decision'), to('Does Anybody Answer?')] },
			'Does Anybody Answer?': { main: [to('Find the Task'), to('Let Time Pass')] },
			'Find the Task': { main: [to('Complete It')] },
			'Complete It': { main: [to('Let Time Pass')] },
			'Let Time Pass': { main: [to('One Step After the Other')] },
			'Get the Decision': { main: [to('Get the Audit Trail')] },
			'Get the Audit Trail': { main: [to('Tell')] },
		},
	);
