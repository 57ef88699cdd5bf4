import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { lifecycle } from './trigger/lifecycle';
import { poll } from './trigger/poll';
import { receive } from './trigger/receive';
import { properties, STORE_TYPES } from './trigger/settings';

export class OpenTextDecisionTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'OpenText Decision Trigger',
		name: 'openTextDecisionTrigger',
		icon: { light: 'file:openTextDecision.svg', dark: 'file:openTextDecision.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{$parameter["purpose"]}}',
		description: 'Starts the workflow when people have decided, until the decision is finished',
		defaults: { name: 'OpenText Decision Trigger' },
		inputs: [],
		outputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Decided' },
			{ type: NodeConnectionTypes.Main, displayName: 'Progress' },
			{ type: NodeConnectionTypes.Main, displayName: 'Ask Again' },
		],
		credentials: [
			{ name: 'bigCommerceApi', required: true, displayName: 'BigCommerce' },
			{
				name: 'bigCommerceB2bApi',
				required: true,
				displayName: 'BigCommerce B2B',
				displayOptions: { hide: { objectType: [...STORE_TYPES] } },
			},
			// Hidden, not shown, by Ask By: a field of which each choice shows a credential is taken for the sign-in by n8n's editor, which then offers no such field.
			{
				name: 'openTextWorkflowApi',
				required: true,
				displayName: 'OpenText Workflow',
				displayOptions: { hide: { askBy: ['signature'] } },
			},
			{
				name: 'openTextCoreSignatureApi',
				required: true,
				displayName: 'OpenText Core Signature',
				displayOptions: { hide: { askBy: ['case'] } },
			},
		],
		webhooks: [
			{
				name: 'default',
				// Where the service calls, and only in a published workflow: a test by hand, which waits for a webhook where there is one, shows a recent decision at once (guide, section 21).
				httpMethod: '={{ $workflow.active && $parameter["askBy"] === "signature" ? "POST" : "" }}',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'webhook',
				ndvHideUrl: true,
			},
		],
		polling: true,
		// a list of its own for each instance: n8n writes its poll times into it, and the editor's installer loads a package several times
		properties: [...properties],
	};

	webhookMethods = { default: lifecycle };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}
