import type { IDataObject } from 'n8n-workflow';
import { answering, ok, type Answer } from './serviceDouble';
import { newWorkflow, receiveCall, signed, type Call } from './triggers';

export const ORDER: IDataObject = {
	id: 7,
	status_id: 11,
	staff_notes: '',
	date_modified: 'Sun, 22 Nov 2026 10:00:00 +0000',
};

/** A store whose order 7 answers so; the last answer stays. */
export const storeWith = (...answers: Answer[]) => answering({ 'GET /v2/orders/7': answers });

/** One trigger of its own, with a store that holds the order. */
export const trigger = (options: Call = {}) => {
	const service = options.service ?? storeWith(ok(ORDER));
	const fixed = { workflowId: newWorkflow(), ...options, service };
	return { service, receive: async (call: Call = {}) => await receiveCall({ ...fixed, ...call }) };
};

/** The headers of a delivery that BigCommerce signed. */
export const signedCall = (body: IDataObject, id = 'msg_1'): Call => ({
	body,
	headers: signed(JSON.stringify(body), { id }),
});
