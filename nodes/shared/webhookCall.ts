import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/**
 * The address at which a webhook is called. n8n-core 2.41's `WebhookContext` has a function for it, since the other one gives the published address even while a test listens;
 * older versions have only that one.
 */
export function calledAddress(functions: IWebhookFunctions): string | undefined {
	const { getWebhookResourceUrl }: Partial<IWebhookFunctions> = functions;
	return getWebhookResourceUrl?.call(functions, 'default') ?? functions.getNodeWebhookUrl('default');
}

/** Answers a call with 401: it does not come from one of our registrations. @param registration what the service calls one */
export function refuseCall(functions: IWebhookFunctions, registration: string): IWebhookResponseData {
	functions
		.getResponseObject()
		.status(401)
		.json({ message: `This call does not come from a registered ${registration}` });
	return { noWebhookResponse: true };
}

/**
 * Has the caller call again. What a webhook throws, n8n takes for its result: an execution that waits goes on by its first output, with nothing in it (n8n 2.41, `webhook-helpers`).
 */
export function callAgain(functions: IWebhookFunctions, error: unknown): IWebhookResponseData {
	logUnread(functions, error);
	functions.getResponseObject().status(503).json({ message: 'Not just now; call again' });
	return { noWebhookResponse: true };
}

/** Says in n8n's log why a call came to nothing for now. */
export function logUnread({ logger }: IWebhookFunctions, error: unknown): void {
	logger.error(`A call came to nothing for now: ${error instanceof Error ? error.message : 'unknown'}`);
}
