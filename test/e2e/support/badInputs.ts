import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { StoredCredential } from '../harness';
import { REVIEWER, TOKEN_WITHOUT_ORDERS } from '../../sandbox/core/fixtures';
import { outputOf, waitFor } from '../harness';
import type { Desk, PackNode } from './desk';

const MODEL = 'order_risk_review';

/** What lies in the sandbox before somebody gets something wrong. */
export interface Ground {
	orderId: number;
	removedOrderId: number;
	runningKey: string;
	/** completed by Rita */
	completedTaskId: string;
	credentials: Record<'otherStore' | 'revoked' | 'withoutOrders' | 'wrongSecret', StoredCredential>;
}

/** What one item must say: what happened, and what to do. */
type Expected = [what: RegExp, next: RegExp];

export interface BadInput {
	given: string;
	node: PackNode;
	parameters: INodeParameters;
	credential?: keyof Ground['credentials'];
	/** Good ones among them only read. */
	items: (ground: Ground) => IDataObject[];
	/** By item; undefined where the item is good. */
	says: Array<Expected | undefined>;
	/** Nothing may be asked of the services at all. */
	sendsNothing?: true;
}

const order = { __rl: true, mode: 'id', value: '={{ $json.orderId }}' } as const;

const updateOrder = {
	resource: 'order',
	operation: 'update',
	orderId: order,
	updateFields: { statusId: 11, staffNote: 'Written by mistake' },
};

const getOrder = { resource: 'order', operation: 'get', orderId: order };

const claimLink = {
	resource: 'link',
	operation: 'claim',
	objectType: 'order',
	objectId: '={{ $json.orderId }}',
	purpose: 'risk-review',
	round: 1,
};

export const startCase = {
	resource: 'case',
	operation: 'start',
	modelKey: { __rl: true, mode: 'key', value: '={{ $json.model }}' },
	businessKey: '={{ $json.key }}',
	specifyVariables: 'json',
	variablesJson: JSON.stringify({
		reviewersGroup: 'order-reviewers',
		managersGroup: 'order-managers',
		serviceGroup: 'customer-service',
		deadlineIn: 'PT24H',
		deadlineAt: '2100-01-01T00:00:00Z',
	}),
};

const completeTask = {
	resource: 'task',
	operation: 'complete',
	taskId: '={{ $json.taskId }}',
	outcome: 'rejected',
	options: { assignee: 'max.manager@example.com' },
};

const said = (item: number, what: string, next: string): Expected => [
	new RegExp(`^Item ${item}: ${what}`),
	new RegExp(next),
];

const twice = (what: string, next: string) => [said(1, what, next), said(2, what, next)];

const TWO_REAL_ORDERS = ({ orderId }: Ground) => [{ orderId }, { orderId }];

const NOT_FOUND = 'Check the ID, whether it was deleted, and the store hash.*Nothing was changed';
/** Both read the order first, but are going to change it: an account that may only read would be refused at the next step. */
const SCOPE_MISSING = 'Create an API account with the scope "Orders: modify.*Nothing was changed';
const TOKEN_REFUSED = 'BigCommerce does not accept the access token for this store';
const NEW_TOKEN = 'Open the BigCommerce credential, test it.*Nothing was changed';

export const BAD_INPUTS: BadInput[] = [
	{
		given: 'an order id that is not a number, in an update',
		node: 'bigCommerce',
		parameters: updateOrder,
		items: () => [{ orderId: '12a' }, { orderId: '-5' }],
		says: [
			said(1, 'Order must be a whole number, but it is "12a"', 'enter the number only.*Nothing was sent'),
			said(2, 'Order must be a whole number, but it is "-5"', 'enter the number only.*Nothing was sent'),
		],
		sendsNothing: true,
	},
	{
		given: 'an order id that is not a number, between two good ones',
		node: 'bigCommerce',
		parameters: getOrder,
		items: ({ orderId }) => [{ orderId }, { orderId: 'abc' }, { orderId }],
		says: [
			undefined,
			said(2, 'Order must be a whole number, but it is "abc"', 'enter the number only'),
			undefined,
		],
	},
	{
		given: 'an unknown store hash',
		node: 'bigCommerce',
		parameters: updateOrder,
		credential: 'otherStore',
		items: TWO_REAL_ORDERS,
		says: twice('BigCommerce knows no order \\d+ in this store', NOT_FOUND),
	},
	{
		given: 'a deleted order, between two that are there',
		node: 'bigCommerce',
		parameters: getOrder,
		items: ({ orderId, removedOrderId }) => [{ orderId }, { orderId: removedOrderId }, { orderId }],
		says: [undefined, said(2, 'BigCommerce knows no order \\d+ in this store', NOT_FOUND), undefined],
	},
	{
		given: 'a deleted order, in an update',
		node: 'bigCommerce',
		parameters: updateOrder,
		items: ({ removedOrderId }) => [{ orderId: removedOrderId }],
		says: [said(1, 'BigCommerce knows no order \\d+ in this store', NOT_FOUND)],
	},
	{
		given: 'a deleted order, in a claim',
		node: 'bigCommerce',
		parameters: claimLink,
		items: ({ removedOrderId }) => [{ orderId: removedOrderId }],
		says: [said(1, 'BigCommerce knows no .*order \\d+', NOT_FOUND)],
	},
	{
		given: 'an expired or revoked access token',
		node: 'bigCommerce',
		parameters: updateOrder,
		credential: 'revoked',
		items: TWO_REAL_ORDERS,
		says: twice(TOKEN_REFUSED, NEW_TOKEN),
	},
	{
		given: 'an expired or revoked access token, in a claim',
		node: 'bigCommerce',
		parameters: claimLink,
		credential: 'revoked',
		items: TWO_REAL_ORDERS,
		says: twice(TOKEN_REFUSED, NEW_TOKEN),
	},
	{
		given: 'an access token without the scope for orders',
		node: 'bigCommerce',
		parameters: updateOrder,
		credential: 'withoutOrders',
		items: TWO_REAL_ORDERS,
		says: twice('The API account may not change order \\d+', SCOPE_MISSING),
	},
	{
		given: 'an access token without the scope for orders, in a claim',
		node: 'bigCommerce',
		parameters: claimLink,
		credential: 'withoutOrders',
		items: TWO_REAL_ORDERS,
		says: twice('The API account may not change .*order \\d+', SCOPE_MISSING),
	},
	{
		given: 'a wrong client secret',
		node: 'openTextWorkflow',
		parameters: startCase,
		credential: 'wrongSecret',
		items: () => [
			{ model: MODEL, key: 'never-1' },
			{ model: MODEL, key: 'never-2' },
		],
		says: twice(
			'The sign-in was refused \\(status 40[01]\\)',
			'Check tenant ID, client ID and client secret in the credential',
		),
	},
	{
		given: 'a model key that is not deployed, beside a case that is there already',
		node: 'openTextWorkflow',
		parameters: startCase,
		items: ({ runningKey }) => [
			{ model: MODEL, key: runningKey },
			{ model: 'no_such_model', key: 'never-3' },
		],
		says: [
			undefined,
			said(
				2,
				'No process model with key "no_such_model" is deployed',
				'Choose a model from the list, or ask an administrator to deploy it. Nothing was changed',
			),
		],
	},
	{
		given: 'a task that somebody else has completed, and one that nobody knows',
		node: 'openTextWorkflow',
		parameters: completeTask,
		items: ({ completedTaskId }) => [{ taskId: completedTaskId }, { taskId: 'no-such-task' }],
		says: [
			said(
				1,
				`Task \\S+ "Review the Order" was already completed by ${REVIEWER.replaceAll('.', '\\.')} at \\d{4}-\\d\\d-\\d\\dT`,
				'Read the decision of case \\S+ with Get Decision.*Nothing was changed',
			),
			said(2, 'Workflow Service knows no task no-such-task', 'Check the ID.*Nothing was changed'),
		],
	},
];

/** Starts a case through the node itself. @returns its first task's id */
async function openCase(desk: Desk, key: string): Promise<string> {
	const execution = await desk.run({
		node: 'openTextWorkflow',
		parameters: startCase,
		items: [{ model: MODEL, key }],
	});
	const [started] = outputOf(execution, 'Tried');
	return await waitFor(`the first task of case ${key}`, async () => {
		const tasks = await desk.sandbox.workflow.tasks();
		return tasks.find(({ processInstanceId }) => processInstanceId === started?.caseId)?.id;
	});
}

/** Orders, cases and credentials for every bad input. */
export async function prepareGround(desk: Desk): Promise<Ground> {
	const { bigCommerce, workflow } = desk.sandbox;
	const [kept, removed] = [await bigCommerce.place('harmless'), await bigCommerce.place('harmless')];
	await bigCommerce.remove(removed.id);
	await openCase(desk, 'running');
	const completedTaskId = await openCase(desk, 'decided');
	await workflow.decide(completedTaskId, { user: REVIEWER, outcome: 'approved' });
	return {
		orderId: kept.id,
		removedOrderId: removed.id,
		runningKey: 'running',
		completedTaskId,
		credentials: {
			otherStore: await desk.credential('bigCommerceApi', { storeHash: 'otherstore' }),
			revoked: await desk.credential('bigCommerceApi', { accessToken: 'revoked-token' }),
			withoutOrders: await desk.credential('bigCommerceApi', { accessToken: TOKEN_WITHOUT_ORDERS }),
			wrongSecret: await desk.credential('openTextWorkflowApi', { clientSecret: 'not-the-secret' }),
		},
	};
}
