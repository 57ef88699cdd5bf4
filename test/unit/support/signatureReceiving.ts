import { SandboxSignature, type ShownEvent } from './sandboxSignature';
import { callbackOf, newWorkflow, receiveCallback, type SignatureCall } from './signatureTriggers';

export const START = Date.parse('2026-11-22T10:00:00.000Z');

export let model: SandboxSignature;
export let event: ShownEvent;

beforeAll(async () => {
	model = await SandboxSignature.open();
});

afterAll(async () => await model.close());

beforeEach(() => {
	model.reset();
	event = model.happen('signed', START);
});

/** Calls are about another event from here on. */
export const regard = (other: ShownEvent) => {
	event = other;
};

/** One trigger of its own; calls are about the event when they do not say otherwise. */
export const trigger = (options: SignatureCall = {}) => {
	const fixed = { workflowId: newWorkflow(), service: model.service, ...options };
	return async (call: SignatureCall = {}) =>
		await receiveCallback({ body: callbackOf(event), ...fixed, ...call });
};

export const refused = { result: { noWebhookResponse: true }, status: 401, items: [] };
