import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { properties } from './trigger/description';
import { lifecycle } from './trigger/lifecycle';
import { receive } from './trigger/receive';
import { sweep } from './trigger/sweep';

export class OpenTextCoreSignatureTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'OpenText Core Signature Trigger',
		name: 'openTextCoreSignatureTrigger',
		icon: { light: 'file:openTextCoreSignature.svg', dark: 'file:openTextCoreSignature.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{$parameter["eventTypes"].join(", ")}}',
		description:
			'Starts the workflow when a document is signed, declined or otherwise moves on in OpenText Core Signature',
		eventTriggerDescription: '',
		activationMessage: 'The webhooks are registered with Core Signature now.',
		defaults: { name: 'OpenText Core Signature Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'openTextCoreSignatureApi', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'webhook',
				ndvHideUrl: true,
			},
		],
		polling: true,
		triggerPanel: {
			header: 'Wait for an event in Core Signature',
			executionsHelp: {
				inactive:
					'<b>To test</b>, press the button, then sign, decline or cancel a document: n8n waits for a real callback, since only the service can send one. <br /><br /><b>For real</b>, publish the workflow; then every event starts it by itself, and the event log is swept at each poll time for callbacks that never arrived.',
				active:
					'<b>To test</b>, press the button, then sign, decline or cancel a document: n8n waits for a real callback. <br /><br /><b>For real</b>, the published workflow runs by itself; its runs are listed under Executions.',
			},
			activationHint: 'Publish the workflow to receive every event from now on.',
		},
		// a list of its own for each instance: n8n writes its poll times into it, and the editor's installer loads a package several times
		properties: [...properties],
	};

	webhookMethods = { default: lifecycle };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}

	/**
	 * What a test by hand shows: the callback that it waited for. Without this, n8n 2.41 would show what poll() gives and throw the callback away (guide, section 21). The
	 * other cure, an HTTP method by expression, hides every refusal at publishing.
	 */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await Promise.resolve([this.getInputData()]);
	}

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await sweep(this);
	}
}
