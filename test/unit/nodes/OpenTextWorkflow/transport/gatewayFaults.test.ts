import { gatewayFault } from '../../../../../nodes/OpenTextWorkflow/transport/gatewayFaults';

const answer = (status: number, body: unknown) => ({ status, headers: {}, body });

const fault = (errorcode: string) => ({ fault: { faultstring: 'No', detail: { errorcode } } });

describe('what the gateway says in place of Workflow Service', () => {
	it.each([
		[404, 'messaging.adaptors.http.flow.ApplicationNotFound', /no Workflow Service at the host/],
		[401, 'keymanagement.service.InvalidAPICallAsNoApiProductMatchFound', /may not use Workflow Service/],
		[401, 'oauth.v2.InvalidApiKeyForGivenResource', /may not use Workflow Service/],
		[403, 'steps.raisefault.RaiseFault', /did not let this request through/],
	])('with %i and %s is about the credential, with a next step', (status, code, what) => {
		const said = gatewayFault(answer(status, fault(code)));
		expect(said).toEqual({ what: expect.stringMatching(what), next: expect.stringMatching(/^\S.*\.$/) });
	});

	it.each([
		['a token that is over', answer(401, fault('keymanagement.service.access_token_expired'))],
		['too many requests', answer(429, fault('policies.ratelimit.QuotaViolation'))],
		['a fault in another form', answer(404, { fault: 'gone' })],
		['a fault without a code', answer(503, { fault: { faultstring: 'Busy' } })],
		['the service itself, of a case that it does not know', answer(404, { message: 'Not found' })],
		['the service itself, of a right that is missing', answer(403, { message: 'Forbidden' })],
		['a page', answer(404, '<html></html>')],
		['nobody', { status: 0, code: 'ECONNRESET', neverSent: false } as const],
	])('is nothing of the kind when it is %s', (_name, last) => {
		expect(gatewayFault(last)).toBeUndefined();
	});
});
