import {
	NodeConnectionTypes,
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
				// A manual test does not listen: n8n would throw away what was delivered, and show what poll() gives (guide, section 21).
				httpMethod: '={{ $workflow.active ? "POST" : "" }}',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'webhook',
				ndvHideUrl: true,
			},
		],
		polling: true,
		triggerPanel: {
			header: 'Fetch an event of Core Signature',
			executionsHelp: {
				inactive:
					'<b>To test</b>, press <i>Fetch Test Event</i>: the newest event of the chosen types comes at once, with the document as it stands now. <br /><br /><b>For real</b>, publish the workflow; then every event starts it by itself, and the event log is swept at each poll time for callbacks that never arrived.',
				active:
					'<b>To test</b>, press <i>Fetch Test Event</i>: the newest event of the chosen types comes at once. <br /><br /><b>For real</b>, the published workflow runs by itself; its runs are listed under Executions.',
			},
			activationHint: 'Publish the workflow to receive every event from now on.',
		},
		properties,
	};

	webhookMethods = { default: lifecycle };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await sweep(this);
	}
}
