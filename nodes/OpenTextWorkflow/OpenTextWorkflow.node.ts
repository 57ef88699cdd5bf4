import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { agentHints } from '../shared/agentHints';
import { resourceProperties } from '../shared/operation';
import { route } from '../shared/router';
import { firstResource, resources } from './actions';
import { listSearch, loadOptions } from './methods';
import { WorkflowClient } from './transport/WorkflowClient';

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
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'openTextWorkflowApi', required: true }],
		properties: resourceProperties(resources, firstResource),
	};

	methods = { listSearch, loadOptions };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await route(this, resources, (run, options) => new WorkflowClient(run.functions, options));
	}
}
