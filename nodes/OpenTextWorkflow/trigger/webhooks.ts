import type { IWebhookDescription } from 'n8n-workflow';

/**
 * Where cases call a trigger. POST alone, and only in a published workflow that watches by callback: a test by hand, which waits for a webhook where there is one, shows a recent event
 * at once (guide, section 21). It is shown in the editor, since a node that starts a case takes it.
 */
export const webhooks: IWebhookDescription[] = [
	{
		name: 'default',
		httpMethod: '={{ $workflow.active && $parameter["watchBy"] === "callback" ? "POST" : "" }}',
		responseMode: 'onReceived',
		responseData: 'noData',
		path: 'webhook',
		ndvHideUrl: '={{ $parameter["watchBy"] !== "callback" }}',
		ndvHideMethod: true,
	},
];
