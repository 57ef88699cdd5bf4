import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { agentHints } from '../shared/agentHints';
import { resourceProperties } from '../shared/operation';
import { outputsFor } from '../shared/outputs';
import { route } from '../shared/router';
import { webhooks } from '../shared/waiting/webhooks';
import { firstResource, resources } from './actions';
import { listSearch, loadOptions, resourceMapping } from './methods';
import { WorkflowClient } from './transport/WorkflowClient';
import { resume } from './waiting/resume';

export class OpenTextWorkflow implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'OpenText Workflow',
		name: 'openTextWorkflow',
		icon: { light: 'file:openTextWorkflow.svg', dark: 'file:openTextWorkflow.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Start cases in OpenText Workflow Service, work on their tasks and read what was decided',
		defaults: { name: 'OpenText Workflow' },
		usableAsTool: true,
		hints: agentHints(resources),
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsFor(resources),
		credentials: [{ name: 'openTextWorkflowApi', required: true }],
		waitingNodeTooltip: 'Waits until the case ends, or the time is up',
		webhooks,
		properties: resourceProperties(resources, firstResource),
	};

	methods = { listSearch, loadOptions, resourceMapping };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await route(this, resources, (run, options) => new WorkflowClient(run.functions, options));
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await resume(this);
	}
}
