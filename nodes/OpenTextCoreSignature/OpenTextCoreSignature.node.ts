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
import { firstResource, resources } from './actions';
import { listSearch } from './methods';
import { SignatureClient } from './transport/SignatureClient';
import { resume } from './waiting/resume';
import { webhooks } from '../shared/waiting/webhooks';

export class OpenTextCoreSignature implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'OpenText Core Signature',
		name: 'openTextCoreSignature',
		icon: { light: 'file:openTextCoreSignature.svg', dark: 'file:openTextCoreSignature.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description:
			'Send documents for signature with OpenText Core Signature, follow them and collect the proof',
		defaults: { name: 'OpenText Core Signature' },
		usableAsTool: true,
		hints: agentHints(resources),
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsFor(resources),
		credentials: [{ name: 'openTextCoreSignatureApi', required: true }],
		waitingNodeTooltip: 'Waits until the document is signed or declined, or the time is up',
		webhooks,
		properties: resourceProperties(resources, firstResource),
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await route(this, resources, (run, options) => new SignatureClient(run.functions, options));
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await resume(this);
	}
}
