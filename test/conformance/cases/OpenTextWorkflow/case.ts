import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, MANY, NO_LIMIT, type Cases } from '../../support/operationCase';
import { MANAGER_GROUP, REVIEWER_GROUP, SERVICE_GROUP } from '../../../sandbox/workflow/directory';
import { begun, keyOf, NODE, starting, UNKNOWN } from './support';

const withCase = async (world: World, nth: number): Promise<INodeParameters> => ({
	caseId: String((await begun(world, nth)).caseId),
});

const NO_SUCH = { wrong: { caseId: UNKNOWN }, refusal: /^Workflow Service knows no case f8985abd-/ };

const ofCase = (more: object) => (entered: INodeParameters) => ({ caseId: String(entered.caseId), ...more });

/** A model that starts with a message, and waits for a person then. */
const WAITS_FOR_MESSAGE = [
	"<?xml version='1.0' encoding='UTF-8'?>",
	"<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='http://example.com/test'>",
	"<message id='arrival' name='orderArrived'/><process id='order_arrival' name='Order Arrival' isExecutable='true'>",
	"<startEvent id='start'><messageEventDefinition messageRef='arrival'/></startEvent>",
	"<userTask id='look' name='Look'/><endEvent id='end'/><sequenceFlow id='to' sourceRef='start' targetRef='look'/>",
	"<sequenceFlow id='on' sourceRef='look' targetRef='end'/></process></definitions>",
].join('');

export const cases: Cases = {
	start: {
		prepare: async (_world, nth) => await Promise.resolve(starting(nth)),
		others: {
			'one version of a model': async (world) => {
				await begun(world, 9);
				const list = { resource: 'case', operation: 'getAll', state: 'running', ...ALL, simplify: false };
				const { processDefinitionId } = await world.must(NODE, list);
				const value = String(processDefinitionId);
				return { ...starting(1), modelKey: { __rl: true, mode: 'versionId', value } };
			},
			'a message': async (world) => {
				await world.must(NODE, {
					resource: 'model',
					operation: 'deploy',
					source: 'text',
					model: WAITS_FOR_MESSAGE,
				});
				return { ...starting(1), modelKey: { __rl: true, mode: 'message', value: 'orderArrived' } };
			},
			'the variables that its model declares': async () =>
				await Promise.resolve({
					...starting(1),
					specifyVariables: 'model',
					modelVariables: {
						mappingMode: 'defineBelow',
						value: {
							objectId: '7',
							round: 1,
							reviewersGroup: REVIEWER_GROUP,
							managersGroup: MANAGER_GROUP,
							serviceGroup: SERVICE_GROUP,
							deadlineIn: 'PT2H',
							deadlineAt: '2100-01-01T00:00:00Z',
						},
					},
				}),
		},
		wrong: { businessKey: '' },
		refusal: /^Business Key is empty$/,
		gives: ({ businessKey }) => ({ businessKey, created: true, ended: false }),
	},
	sendAndWait: {
		prepare: async (_world, nth) =>
			await Promise.resolve({ ...starting(nth), waitAmount: 1, waitUnit: 'hours' }),
		wrong: { businessKey: '' },
		refusal: /^Start and Wait takes one item at a time, but 3 came in$/,
		gives: ({ businessKey }) => ({ businessKey, created: true, ended: false, outcome: null }),
		oneAtATime: true,
	},
	get: { prepare: withCase, ...NO_SUCH, gives: ofCase({ ended: false, variables: { orderId: 7 } }) },
	getAll: {
		prepare: async (world, nth) => {
			await begun(world, nth);
			return { state: 'running', ...ALL, filters: { businessKey: keyOf(nth) } };
		},
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ modelKey: 'order_risk_review', ended: false }),
	},
	getDecision: { prepare: withCase, ...NO_SUCH, gives: ofCase({ ended: false, outcome: null }) },
	getVariables: { prepare: withCase, ...NO_SUCH, gives: ofCase({ variables: { orderId: 7 } }) },
	setVariables: {
		prepare: async (world, nth) => ({
			...(await withCase(world, nth)),
			specifyVariables: 'json',
			variablesJson: '{"orderId": 8, "added": "x"}',
		}),
		...NO_SUCH,
		gives: ofCase({ set: ['orderId', 'added'] }),
	},
	getDiagram: {
		prepare: async (world, nth) => ({ ...(await withCase(world, nth)), binaryProperty: 'data' }),
		...NO_SUCH,
		gives: ofCase({ ended: false, file: expect.objectContaining({ mimeType: 'image/png' }) }),
	},
	suspend: {
		prepare: async (world, nth) => ({ ...(await withCase(world, nth)), comment: 'waits' }),
		...NO_SUCH,
		gives: ofCase({ changed: true, suspended: true }),
	},
	activate: {
		async prepare(world, nth) {
			const picked = await withCase(world, nth);
			await world.must(NODE, { resource: 'case', operation: 'suspend', ...picked });
			return { ...picked, comment: 'goes on' };
		},
		...NO_SUCH,
		gives: ofCase({ changed: true, suspended: false }),
	},
	terminate: {
		prepare: async (world, nth) => ({ ...(await withCase(world, nth)), reason: 'cancelled' }),
		...NO_SUCH,
		gives: ofCase({ terminated: true }),
	},
};
