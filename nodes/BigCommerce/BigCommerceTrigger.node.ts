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

export class BigCommerceTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'BigCommerce Trigger',
		name: 'bigCommerceTrigger',
		icon: { light: 'file:bigCommerce.svg', dark: 'file:bigCommerce.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{$parameter["scopes"].map((scope) => scope.replace("store/", "")).join(", ")}}',
		description: 'Starts the workflow when something happens in a BigCommerce store',
		eventTriggerDescription: '',
		activationMessage:
			'The webhooks are registered in your store now. It may take a minute until the first delivery.',
		defaults: { name: 'BigCommerce Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'bigCommerceApi', required: true }],
		// No method while the workflow is not published: a manual test then asks poll() at once, where n8n would wait for a delivery and throw it away (guide, section 21).
		webhooks: [
			{
				name: 'default',
				httpMethod: '={{ $workflow.active ? "POST" : "" }}',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'webhook',
				ndvHideUrl: true,
			},
		],
		polling: true,
		triggerPanel: {
			header: 'Fetch a recent record from your store',
			executionsHelp: {
				inactive:
					'<b>To test</b>, press the button: a real, recent order, customer or product of your store is shown at once, as the first chosen scope of that kind would tell it. <br /><br /><b>For real</b>, publish the workflow; then every event starts it by itself, and orders are swept at each poll time for events that never arrived.',
				active:
					'<b>To test</b>, press the button: a real, recent order, customer or product of your store is shown at once. <br /><br /><b>For real</b>, the published workflow runs by itself; its runs are listed under Executions.',
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
