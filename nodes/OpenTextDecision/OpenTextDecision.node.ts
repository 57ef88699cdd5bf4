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
import { firstResource, resources, STORE_TYPES } from './actions';
import { listSearch, loadOptions } from './methods';
import { Services } from './transport/Services';

export class OpenTextDecision implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'OpenText Decision',
		name: 'openTextDecision',
		icon: { light: 'file:openTextDecision.svg', dark: 'file:openTextDecision.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"]}}',
		description:
			'Ask people about an order, a product or another object, wait until they have decided, and carry the decision out once',
		defaults: { name: 'OpenText Decision' },
		usableAsTool: true,
		hints: agentHints(resources),
		inputs: [NodeConnectionTypes.Main],
		// Ask: asked, nothing to ask. Finish: done, held back.
		outputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Done' },
			{ type: NodeConnectionTypes.Main, displayName: 'Not Done' },
		],
		credentials: [
			{ name: 'bigCommerceApi', required: true, displayName: 'BigCommerce' },
			// For companies and quotes alone: hidden by the types of the store, since operations that take a link key show no type.
			{
				name: 'bigCommerceB2bApi',
				displayName: 'BigCommerce B2B (Companies and Quotes)',
				displayOptions: {
					hide: { objectType: [...STORE_TYPES], operation: ['get', 'getAuditTrail', 'note'] },
				},
			},
			// Where people answer; the other operations touch the store alone.
			{
				name: 'openTextWorkflowApi',
				displayName: 'OpenText Workflow',
				required: true,
				displayOptions: {
					show: { operation: ['ask', 'getAuditTrail', 'note', 'withdraw'] },
					// A note without files touches the store alone.
					hide: { askBy: ['signature'], attachFiles: [''] },
				},
			},
			{
				name: 'openTextCoreSignatureApi',
				displayName: 'OpenText Core Signature',
				required: true,
				displayOptions: {
					show: { operation: ['ask', 'getAuditTrail', 'withdraw'] },
					hide: { askBy: ['case'] },
				},
			},
		],
		properties: resourceProperties(resources, firstResource),
	};

	methods = { listSearch, loadOptions };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await route(this, resources, (run, options) => new Services(run.functions, options));
	}
}
