import type { Method } from 'axios';
import { z } from 'zod';
import {
	ANNA,
	BEN,
	CARA,
	CONTENT,
	DAY,
	openReceiver,
	openSignature,
	signer,
	type Signature,
} from '../sandbox/tests/signatureHarness';
import { describeWithSpecs } from './describeWithSpecs';
import { contractProblems, formatProblems } from './index';

const identified = z.object({ uuid: z.string() });

describeWithSpecs(
	"the sandbox's Core Signature, held against SignRequest's description",
	(specs) => {
		let sandbox: Signature;

		beforeAll(async () => {
			sandbox = await openSignature();
		});

		afterAll(async () => await sandbox.close());

		beforeEach(async () => {
			await sandbox.client.post('/_sandbox/reset');
			await sandbox.signIn();
		});

		/** Everything that went over the wire since the reset. @param requests false where something wrong is sent on purpose */
		const expectFitting = (requests = true) => {
			const exchanges = sandbox.context.exchanges.list({ service: 'signature' });
			expect(exchanges.filter(({ url }) => url.startsWith('/api/v1/')).length).toBeGreaterThan(0);
			expect(formatProblems(contractProblems(specs(), exchanges, { requests }))).toBe('');
		};

		const make = async (method: Method, path: string, status: number, body?: unknown) => {
			const answer = await sandbox.api(method, path, body);
			expect({ call: `${method} ${path}`, status: answer.status, body: answer.data }).toMatchObject({
				status,
			});
			const data: unknown = answer.data;
			return data;
		};

		const requestOf = async (document: string) => {
			const { signrequest } = z.object({ signrequest: identified }).parse(await sandbox.read(document));
			return signrequest.uuid;
		};

		describe('answers as described', () => {
			afterEach(() => expectFitting());

			it('to documents from their making to their end', async () => {
				const { uuid } = identified.parse(
					await make('POST', '/documents/', 201, { ...CONTENT, name: 'Order 100', external_id: 'k1' }),
				);
				await sandbox.settled(uuid, 'ne');
				const document = `http://127.0.0.1/api/v1/documents/${uuid}/`;
				await make('POST', '/signature-requests/', 201, { document, signers: [signer(ANNA, 1)] });
				await make('GET', `/documents/${uuid}/`, 200);
				await make('GET', '/documents/?external_id=k1&page=1&limit=100', 200);
				await make('GET', '/documents/?external_id=other&page=1&limit=100', 200);
				await make('GET', '/documents/?page=2', 404);
				await make('DELETE', `/documents/${uuid}/`, 204, { force_delete: true });
				await make('GET', `/documents/${uuid}/`, 404);
			});

			it('to a request that is signed by everybody', async () => {
				const uuid = await sandbox.sent(
					[signer(ANNA, 1), signer(CARA, 2, { approve_only: true, embed_url_user_id: 'c1' })],
					{ external_id: 'k1', subject: 'Please sign', auto_expire_days: 14, link_expire_days: 30 },
				);
				const request = await requestOf(uuid);
				await make('GET', `/signature-requests/${request}/`, 200);
				await make('GET', '/signature-requests/?who=o&page=1&limit=50', 200);
				await make('POST', `/signature-requests/${request}/resend_signrequest_email/`, 201, {});
				await sandbox.act(uuid, ANNA, 'view');
				await sandbox.act(uuid, ANNA, 'sign');
				await sandbox.act(uuid, CARA, 'approve');
				await sandbox.settled(uuid, 'si');
				await make('GET', `/documents/${uuid}/`, 200);
				await make('GET', `/events/?document__uuid=${uuid}&event_type=signed`, 200);
			});

			it('to a request that is declined', async () => {
				const uuid = await sandbox.sent([signer(ANNA, 1), signer(BEN, 1)]);
				await sandbox.act(uuid, BEN, 'decline', { reason: 'Wrong total' });
				await sandbox.settled(uuid, 'de');
				await make('GET', `/documents/${uuid}/`, 200);
			});

			it('to a request that is cancelled', async () => {
				const uuid = await sandbox.sent([signer(ANNA, 1)]);
				const request = await requestOf(uuid);
				await make('POST', `/signature-requests/${request}/cancel_signrequest/`, 201, {});
				await make('GET', `/documents/${uuid}/`, 200);
				await make('POST', `/signature-requests/${request}/cancel_signrequest/`, 400, {});
			});

			it('to a request that expires, and one that is handed on', async () => {
				const uuid = await sandbox.sent([signer(ANNA, 1)], { auto_expire_days: 3 });
				await sandbox.act(uuid, ANNA, 'forward', { forwardTo: BEN });
				await make('GET', `/documents/${uuid}/`, 200);
				await sandbox.advance(4 * DAY);
				await sandbox.settled(uuid, 'xp');
				await make('GET', `/documents/${uuid}/`, 200);
			});

			it('to the log of events', async () => {
				const uuid = await sandbox.sent([signer(ANNA, 1)], { external_id: 'k1' });
				const { results } = z
					.object({ results: z.array(identified).nonempty() })
					.parse(await make('GET', `/events/?document__external_id=k1&page=1&limit=100`, 200));
				await make('GET', `/events/${results[0].uuid}/`, 200);
				await sandbox.act(uuid, ANNA, 'view');
				await make('GET', '/events/?delivered=false', 200);
			});

			it('to registrations, and the callbacks that they bring', async () => {
				const receiver = await openReceiver();
				const { uuid } = identified.parse(
					await make('POST', '/webhooks/', 201, { event_type: 'sent', callback_url: receiver.url }),
				);
				await make('GET', '/webhooks/?page=1&limit=100', 200);
				await make('GET', `/webhooks/${uuid}/`, 200);
				await make('PUT', `/webhooks/${uuid}/`, 200, { event_type: 'sent', callback_url: receiver.url });
				await sandbox.sent([signer(ANNA, 1)]);
				await receiver.arrived(1);
				await make('GET', '/events/?event_type=sent', 200);
				await make('DELETE', `/webhooks/${uuid}/`, 204);
				await make('GET', `/webhooks/${uuid}/`, 404);
				await receiver.close();
			});

			it.each(['upstream', 'renamed', 'short'])(
				'to actions that are spelled in the %s way',
				async (actionNames) => {
					await sandbox.settings({ actionNames });
					const request = await requestOf(await sandbox.sent([signer(ANNA, 1)]));
					const statuses: number[] = [];
					for (const action of ['cancel_signrequest', 'cancel_signature_request', 'cancel']) {
						const { status } = await sandbox.api('POST', `/signature-requests/${request}/${action}/`, {});
						statuses.push(status);
					}
					expect(statuses.filter((status) => status === 201)).toHaveLength(1);
					expect(statuses.filter((status) => status === 404)).toHaveLength(2);
				},
			);
		});

		it('refuses in the described form', async () => {
			await make('POST', '/signature-request-quick-create/', 400, { ...CONTENT });
			await make('POST', '/signature-request-quick-create/', 400, {
				...CONTENT,
				signers: [{ email: 'no address' }],
			});
			await make('POST', '/documents/', 400, { name: 'nothing in it' });
			await make('POST', '/webhooks/', 400, { event_type: 'no such event' });
			await make('PUT', '/documents/', 405, {});
			await sandbox.client.get('/signature/api/v1/documents/');
			expectFitting(false);
		});
	},
	'signature',
);
