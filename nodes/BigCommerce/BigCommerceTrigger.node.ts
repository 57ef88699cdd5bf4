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
import { loadOptions } from './methods';
import { properties } from './trigger/description';
import { EDITION_SCOPES } from './trigger/edition';
import { lifecycle } from './trigger/lifecycle';
import { receive } from './trigger/receive';
import { sweep } from './trigger/sweep';
import { editionHint, unsweptHint } from './trigger/unsweptHint';

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
		credentials: [
			{ name: 'bigCommerceApi', required: true, displayName: 'BigCommerce' },
			// Reads and sweeps companies and quotes; without it their events hold only ids, and lost ones stay lost.
			{
				name: 'bigCommerceB2bApi',
				displayName: 'BigCommerce B2B (To Read Companies and Quotes)',
				displayOptions: { show: { scopes: [...EDITION_SCOPES] } },
			},
		],
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
		hints: [editionHint, unsweptHint],
		triggerPanel: {
			header: 'Wait for an event in your store',
			executionsHelp: {
				inactive:
					'<b>To test</b>, press the button, then do something in your store that sends the chosen event: n8n waits for a real delivery, since only BigCommerce can send one. New webhooks may take a minute to work. <br /><br /><b>For real</b>, publish the workflow; then every event starts it by itself, and the store is swept for events that never arrived.',
				active:
					'<b>To test</b>, press the button, then do something in your store that sends the chosen event: n8n waits for a real delivery. <br /><br /><b>For real</b>, the published workflow runs by itself; its runs are listed under Executions.',
			},
			activationHint: 'Publish the workflow to receive every event from now on.',
		},
		// a list of its own for each instance: n8n writes its poll times into it, and the editor's installer loads a package several times
		properties: [...properties],
	};

	methods = { loadOptions };

	webhookMethods = { default: lifecycle };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}

	/**
	 * What a test by hand shows: the delivery that it waited for. Without this, n8n 2.41 would show what poll() gives and throw the delivery away (guide, section 21). The
	 * other cure, an HTTP method by expression, hides every refusal at publishing.
	 */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await Promise.resolve([this.getInputData()]);
	}

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await sweep(this);
	}
}
