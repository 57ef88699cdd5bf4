import type { INodeParameters } from 'n8n-workflow';
import { lifecycle } from '../../nodes/OpenTextCoreSignature/trigger/lifecycle';
import { SandboxSending } from '../unit/support/sandboxSending';
import { SandboxSignature } from '../unit/support/sandboxSignature';
import type { SentRequest, ServiceDouble } from '../unit/support/serviceDouble';
import { API, runOutputs, sentBody } from '../unit/support/signature';
import { CLIENT_SECRET, signatureHookFunctions } from '../unit/support/signatureTriggers';
import { describeWithSpecs } from './describeWithSpecs';
import { validateRequest, type RecordedExchange } from './index';

/** A request of a node as the sandbox would keep it. */
async function recorded({ method, path, query, body, options }: SentRequest): Promise<RecordedExchange> {
	const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
	const headers = Object.entries(options.headers ?? {}).map(([name, value]) => [name, String(value)]);
	return {
		method,
		url: search.size ? `${path}?${search.toString()}` : path,
		// n8n's helper adds the sign-in after this place.
		requestHeaders: { ...Object.fromEntries(headers), authorization: '[redacted]' },
		requestBody: body === undefined ? undefined : await sentBody(body),
		status: 200,
		responseHeaders: {},
	};
}

let sandbox: SandboxSending;
beforeAll(async () => {
	sandbox = await SandboxSending.open();
});

afterAll(async () => await sandbox.close());

const EVERYTHING = {
	externalId: 'abc123:order:4711:sign-off:1',
	documentName: 'Order 4711',
	subject: 'Please sign',
	message: 'Thank <b>you</b>',
	expireDays: 30,
	signers: {
		signer: [
			{
				email: 'nathan@example.com',
				name: 'Nathan Example',
				order: 1,
				role: 'signer',
				language: 'de',
				password: 'invented',
				embedUserId: 'customer-17',
				redirectUrl: 'https://example.com/thanks',
			},
			{ email: 'lea@example.com', order: 2, role: 'approver' },
			{ email: 'max@example.com', order: 2, role: 'copy' },
			{ email: 'ada@example.com', order: 2, role: 'watcher' },
		],
	},
	options: {
		fromName: 'Example Ltd',
		redirectUrl: 'https://example.com/thanks',
		redirectUrlDeclined: 'https://example.com/declined',
		reminders: true,
		disableAttachments: true,
		autoDeleteDays: 90,
		linkExpireDays: 30,
		callbackUrl: 'https://n8n.example.com/webhook/1',
	},
};

const CONTENTS: INodeParameters[] = [
	{ source: 'url', url: 'https://example.com/offer.pdf' },
	{ source: 'base64', base64: 'JVBERi0=', fileName: 'offer.pdf' },
	{ source: 'html', html: '<h1>Offer</h1>' },
];

describeWithSpecs(
	"what the Core Signature node sends, held against SignRequest's description",
	(specs) => {
		beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] }));
		afterEach(() => jest.useRealTimers());

		const expectRequests = async ({ requests }: ServiceDouble) => {
			const exchanges = await Promise.all(requests.map(recorded));
			expect(exchanges.length).toBeGreaterThan(0);
			expect(exchanges.flatMap((exchange) => validateRequest(specs(), exchange))).toEqual([]);
		};

		/** Runs an operation and checks each of its requests. */
		const expectFitting = async (operation: string, entered: INodeParameters, service: ServiceDouble) => {
			await runOutputs({
				resource: 'signatureRequest',
				operation,
				items: [entered],
				service,
				prepare: (functions) => {
					functions.getSignedResumeUrl.mockReturnValue('https://n8n.example.com/webhook-waiting/1/2?key=a');
					functions.putExecutionToWait.mockResolvedValue(undefined);
					functions.getContext.mockReturnValue({});
				},
			});
			await expectRequests(service);
		};

		it.each(['send', 'sendAndWait'])('fits it in %s with everything filled in', async (operation) => {
			for (const content of CONTENTS) {
				const model = sandbox.begin();
				await expectFitting(operation, { ...EVERYTHING, ...content }, model.service);
				expect(model.mailed).toBe(1);
			}
		});

		it('fits it when a document that is there is sent', async () => {
			const model = sandbox.begin();
			const { externalId } = EVERYTHING;
			await model.put(1, { externalId, status: 'ne', unsent: true });
			await expectFitting('send', { ...EVERYTHING, ...CONTENTS[0] }, model.service);
			expect(model.service.lines).toContain(`POST ${API}/signature-requests/`);
		});

		it('fits it when the trigger registers, changes its secret and takes its registrations back', async () => {
			jest.useRealTimers();
			const model = await SandboxSignature.open();
			const published = (clientSecret: string) =>
				signatureHookFunctions({
					service: model.service,
					credential: { host: 'https://sign.example.com', clientSecret },
				});
			for (const secret of [CLIENT_SECRET, 'another']) {
				await lifecycle.checkExists.call(published(secret));
				await lifecycle.create.call(published(secret));
			}
			await lifecycle.delete.call(published('another'));
			const methods = new Set(model.service.requests.map(({ method }) => method));
			expect([...methods].sort()).toEqual(['DELETE', 'GET', 'POST', 'PUT']);
			await expectRequests(model.service);
			await model.close();
		});
	},
	'signature',
);
