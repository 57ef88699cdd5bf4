import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { poll } from './trigger/poll';
import { receive } from './trigger/receive';
import { properties } from './trigger/settings';
import { webhooks } from './trigger/webhooks';

export class OpenTextWorkflowTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'OpenText Workflow Trigger',
		name: 'openTextWorkflowTrigger',
		icon: { light: 'file:openTextWorkflow.svg', dark: 'file:openTextWorkflow.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{$parameter["event"]}}',
		description: 'Starts the workflow when a case or a task moves on in OpenText Workflow Service',
		defaults: { name: 'OpenText Workflow Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'openTextWorkflowApi', required: true }],
		webhooks,
		polling: true,
		// a list of its own for each instance: n8n writes its poll times into it, and the editor's installer loads a package several times
		properties: [...properties],
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}
