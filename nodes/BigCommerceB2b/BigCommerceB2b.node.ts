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
import { editionDates, firstResource, resources } from './actions';
import { beforeChange } from './actions/forDecision';
import { listSearch, loadOptions, resourceMapping } from './methods';
import { B2bClient } from '../BigCommerce/edition/transport/B2bClient';

export class BigCommerceB2b implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'BigCommerce B2B',
		name: 'bigCommerceB2b',
		icon: { light: 'file:bigCommerceB2b.svg', dark: 'file:bigCommerceB2b.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description:
			'Work with companies, their people, terms and quotes in a BigCommerce store that has B2B Edition',
		defaults: { name: 'BigCommerce B2B' },
		usableAsTool: true,
		hints: agentHints(resources),
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'bigCommerceB2bApi', required: true, displayName: 'BigCommerce B2B' },
			// The decision that is carried out is recorded in the store.
			{
				name: 'bigCommerceApi',
				displayName: 'BigCommerce (For Decision)',
				displayOptions: {
					hide: { operation: ['download', 'downloadPdf', 'get', 'getAll', 'getPdf'], forDecision: [''] },
				},
			},
		],
		properties: resourceProperties(resources, firstResource),
	};

	methods = { listSearch, loadOptions, resourceMapping };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await route(
			this,
			resources,
			({ functions }, options, runs) =>
				new B2bClient(functions, { ...options, beforeChange: beforeChange(runs) }),
			editionDates,
		);
	}
}
