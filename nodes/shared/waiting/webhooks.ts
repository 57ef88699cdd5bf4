import type { IWebhookDescription } from 'n8n-workflow';

/**
 * Where a waiting execution is called: n8n's signed resume address, whose last part is the node's id (guide, section 9). POST alone: mail scanners and previews
 * open links with GET.
 */
export const webhooks: IWebhookDescription[] = [
	{
		name: 'default',
		httpMethod: 'POST',
		responseMode: 'onReceived',
		responseData: '',
		path: '={{ $nodeId }}',
		restartWebhook: true,
		isFullPath: true,
	},
];
