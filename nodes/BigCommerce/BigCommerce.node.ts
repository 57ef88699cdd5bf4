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
import { storeDates, firstResource, resources } from './actions';
import { beforeChange } from './actions/forDecision';
import { listSearch, loadOptions, resourceMapping } from './methods';
import { StoreClient } from './transport/StoreClient';

export class BigCommerce implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'BigCommerce',
		name: 'bigCommerce',
		icon: { light: 'file:bigCommerce.svg', dark: 'file:bigCommerce.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Read and change a BigCommerce store, and link its objects to cases and signature requests',
		defaults: { name: 'BigCommerce' },
		usableAsTool: true,
		hints: agentHints(resources),
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'bigCommerceApi', required: true }],
		properties: resourceProperties(resources, firstResource),
	};

	methods = { listSearch, loadOptions, resourceMapping };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await route(
			this,
			resources,
			({ functions }, options, runs) =>
				new StoreClient(functions, { ...options, beforeChange: beforeChange(runs) }),
			storeDates,
		);
	}
}
