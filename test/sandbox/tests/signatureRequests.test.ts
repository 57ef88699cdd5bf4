import { ANNA, BEN, CARA, DAY, openSignature, type Signature, signer } from './signatureHarness';

describe('the Core Signature stand-in: signing', () => {
	let sandbox: Signature;
	beforeAll(async () => {
		sandbox = await openSignature();
	});
	beforeEach(async () => {
		await sandbox.client.post('/_sandbox/reset');
		await sandbox.signIn();
	});
	afterAll(async () => await sandbox.close());

	it('a document goes from co by ne, se and vi to si, with an event for each step', async () => {
		await sandbox.settings({ conversionMs: 1000, processingMs: 1000 });
		const { data: created, status } = await sandbox.api('POST', '/documents/', {
			file_from_content: Buffer.from('text').toString('base64'),
			file_from_content_name: 'offer.txt',
		});
		expect(status).toBe(201);
		expect(created).toMatchObject({ status: 'co', name: 'offer.txt', pdf: null, signrequest: null });
		await sandbox.advance(1000);
		await sandbox.settled(created.uuid, 'ne');
		const request = await sandbox.api('POST', '/signature-requests/', {
			document: created.url,
			signers: [signer(ANNA, 1)],
		});
		expect(request.status).toBe(201);
		expect(await sandbox.read(created.uuid)).toMatchObject({
			status: 'se',
			signrequest: { uuid: request.data.uuid },
		});
		await sandbox.act(created.uuid, ANNA, 'view');
		expect((await sandbox.read(created.uuid)).status).toBe('vi');
		await sandbox.act(created.uuid, ANNA, 'sign');
		expect(await sandbox.read(created.uuid)).toMatchObject({ status: 'si', processing: true, pdf: null });
		await sandbox.advance(1000);
		const done = await sandbox.settled(created.uuid, 'si');
		expect(done.security_hash).toMatch(/^[0-9a-f]{64}$/);
		expect(done.signing_log.security_hash).toMatch(/^[0-9a-f]{64}$/);
		expect(done.signrequest.signers[1]).toMatchObject({ signed: true, viewed: true, email_viewed: true });
		expect(await sandbox.eventTypes(created.uuid)).toEqual([
			'converted',
			'sent',
			'signer_viewed_email',
			'signer_viewed',
			'signer_signed',
			'signed',
		]);
		await sandbox.act(created.uuid, ANNA, 'download');
		expect((await sandbox.read(created.uuid)).status).toBe('sd');
	});

	it('puts the sender in front, keeps the list and the defaults, and never gives a password back', async () => {
		const answer = await sandbox.send([
			signer(ANNA, 1, { password: 'secret-word' }),
			signer(BEN, '2', { needs_to_sign: false }),
			signer(CARA, 3, { approve_only: true, embed_url_user_id: 'cara-7' }),
		]);
		expect(answer.status).toBe(201);
		expect(answer.data).not.toHaveProperty('status');
		const { signers } = answer.data;
		expect(signers.map(({ email }: { email: string }) => email)).toEqual([
			'signing@example.com',
			ANNA,
			BEN,
			CARA,
		]);
		expect(signers[0]).toMatchObject({ needs_to_sign: false, order: 0 });
		expect(signers[1]).not.toHaveProperty('password');
		expect(signers[1]).toMatchObject({
			display_name: `anna.first (${ANNA})`,
			first_name: '',
			embed_url: null,
			inputs: [],
			signed_on: null,
		});
		expect(signers[2].order).toBe(2);
		expect(signers[3].embed_url).toMatch(/\/signature\/sign\//);
		expect(JSON.stringify((await sandbox.client.get('/_sandbox/exchanges')).data)).not.toContain(
			'secret-word',
		);
	});

	it('invites in order, equal numbers in parallel, and refuses whoever is not in turn', async () => {
		const uuid = await sandbox.sent([
			signer(CARA, 2, { approve_only: true }),
			signer(ANNA, 1),
			signer(BEN, 1),
			signer('copy@example.com', 0, { needs_to_sign: false }),
		]);
		expect(await sandbox.outbox('invitation')).toEqual([ANNA, BEN]);
		expect((await sandbox.act(uuid, CARA, 'approve')).status).toBe(409);
		expect((await sandbox.act(uuid, ANNA, 'approve')).status).toBe(409);
		expect((await sandbox.act(uuid, BEN, 'sign')).status).toBe(200);
		expect((await sandbox.act(uuid, BEN, 'sign')).status).toBe(409);
		expect((await sandbox.act(uuid, CARA, 'approve')).status).toBe(409);
		await sandbox.act(uuid, ANNA, 'sign');
		expect(await sandbox.outbox('invitation')).toEqual([ANNA, BEN, CARA]);
		await sandbox.act(uuid, CARA, 'approve');
		await sandbox.settled(uuid, 'si');
		expect(await sandbox.outbox('copy')).toEqual(['copy@example.com']);
		expect(await sandbox.outbox('finished')).toEqual(['signing@example.com', CARA, ANNA, BEN]);
	});

	it('mails a watcher at every step and an embedded signer never an invitation', async () => {
		const uuid = await sandbox.sent([
			signer(ANNA, 1, { embed_url_user_id: 'a' }),
			signer(BEN, 2),
			signer('watcher@example.com', 0, { notify_only: true }),
		]);
		expect(await sandbox.outbox('invitation')).toEqual([]);
		await sandbox.act(uuid, ANNA, 'sign');
		expect(await sandbox.outbox('invitation')).toEqual([BEN]);
		expect(await sandbox.outbox('copy')).toEqual(['watcher@example.com', 'watcher@example.com']);
		expect(await sandbox.eventTypes(uuid)).toEqual(['converted', 'sent', 'signer_viewed', 'signer_signed']);
	});

	it('a refusal ends the request, with reason, PDF and log', async () => {
		const uuid = await sandbox.sent([signer(ANNA, 1), signer(BEN, 2)]);
		await sandbox.act(uuid, ANNA, 'decline', { reason: 'wrong total' });
		const document = await sandbox.settled(uuid, 'de');
		expect(document.pdf).not.toBeNull();
		expect(document.signing_log.pdf).not.toBeNull();
		expect(document.signrequest.signers[1]).toMatchObject({ declined: true, message: 'wrong total' });
		expect((await sandbox.act(uuid, BEN, 'sign')).status).toBe(409);
		expect((await sandbox.eventTypes(uuid)).at(-1)).toBe('declined');
		const { data } = await sandbox.api('GET', `/events/?document__uuid=${uuid}&event_type=declined`);
		expect(data).toMatchObject({ count: 1, results: [{ signer: null, status: 'ok' }] });
	});

	it.each([
		['upstream', 'cancel_signrequest', 'resend_signrequest_email'],
		['renamed', 'cancel_signature_request', 'resend_signature_request_email'],
		['short', 'cancel', 'resend'],
	])('cancels and resends under the %s spelling only', async (actionNames, cancel, resend) => {
		await sandbox.settings({ actionNames });
		const answer = await sandbox.send([signer(ANNA, 1)]);
		const uuid = sandbox.uuidOf(answer);
		await sandbox.settled(uuid, 'se');
		const call = async (name: string) =>
			await sandbox.api('POST', `/signature-requests/${answer.data.uuid}/${name}/`, {});
		for (const name of ['cancel_signrequest', 'cancel_signature_request', 'cancel']) {
			if (name !== cancel) expect((await call(name)).status).toBe(404);
		}
		expect(await call(resend)).toMatchObject({ status: 201, data: { detail: 'OK' } });
		expect(await sandbox.outbox('reminder')).toEqual([ANNA]);
		expect(await call(cancel)).toMatchObject({ status: 201, data: { detail: 'OK', cancelled: true } });
		expect((await sandbox.read(uuid)).status).toBe('ca');
		expect(await call(cancel)).toMatchObject({ status: 400, data: { detail: expect.any(String) } });
		expect((await sandbox.act(uuid, ANNA, 'sign')).status).toBe(409);
		expect(await sandbox.outbox('cancelled')).toContain(ANNA);
	});

	it('cannot be cancelled once everybody has signed', async () => {
		const answer = await sandbox.send([signer(ANNA, 1)]);
		const uuid = sandbox.uuidOf(answer);
		await sandbox.settled(uuid, 'se');
		await sandbox.act(uuid, ANNA, 'sign');
		const refused = await sandbox.api('POST', `/signature-requests/${answer.data.uuid}/cancel_signrequest/`);
		expect(refused.status).toBe(400);
		expect((await sandbox.settled(uuid, 'si')).status).toBe('si');
	});

	it('expires and reminds by the clock', async () => {
		const uuid = await sandbox.sent([signer(ANNA, 1)], { auto_expire_days: 4, send_reminders: true });
		const { auto_expire_after: after } = await sandbox.read(uuid);
		expect(Date.parse(after) - sandbox.context.clock.now()).toBeGreaterThan(4 * DAY - 10_000);
		await sandbox.advance(3 * DAY);
		expect(await sandbox.outbox('reminder')).toEqual([ANNA]);
		expect((await sandbox.read(uuid)).status).toBe('se');
		await sandbox.advance(DAY);
		expect((await sandbox.read(uuid)).status).toBe('xp');
		expect((await sandbox.eventTypes(uuid)).at(-1)).toBe('expired');
		expect((await sandbox.act(uuid, ANNA, 'sign')).status).toBe(409);
		expect(await sandbox.outbox('expired')).toContain(ANNA);
	});

	it('hands a task to another address', async () => {
		const answer = await sandbox.send([signer(ANNA, 1, { approve_only: true }), signer(BEN, 2)]);
		const uuid = sandbox.uuidOf(answer);
		await sandbox.settled(uuid, 'se');
		const path = `/signature-requests/${answer.data.uuid}/forward_signer/`;
		expect(await sandbox.api('POST', path, { signer_email_to_forward: 'nobody@example.com' })).toMatchObject({
			status: 400,
			data: {
				errors: {
					signer_email_to_forward: expect.any(Array),
					signer_email_to_forward_to: ['This field is required.'],
				},
			},
		});
		const forwarded = await sandbox.api('POST', path, {
			signer_email_to_forward: ANNA,
			signer_email_to_forward_to: CARA,
			forwarded_reason: 'on holiday',
		});
		expect(forwarded.status).toBe(201);
		expect(forwarded.data.signers[1]).toMatchObject({
			forwarded: true,
			forwarded_to_email: CARA,
			forwarded_reason: 'on holiday',
		});
		expect(forwarded.data.signers[3]).toMatchObject({ email: CARA, order: 1, approve_only: true });
		expect(await sandbox.outbox('invitation')).toEqual([ANNA, CARA]);
		expect((await sandbox.act(uuid, CARA, 'approve')).status).toBe(200);
		await sandbox.act(uuid, BEN, 'sign');
		await sandbox.settled(uuid, 'si');
	});

	it('with who mo the sender signs first, in the place that the list configures', async () => {
		const answer = await sandbox.send(
			[signer(ANNA, 1), signer('signing@example.com', 0, { embed_url_user_id: 'own' })],
			{ who: 'mo' },
		);
		expect(answer.data.signers).toHaveLength(2);
		expect(answer.data.signers[0]).toMatchObject({ needs_to_sign: true, embed_url_user_id: 'own' });
		const uuid = sandbox.uuidOf(answer);
		await sandbox.settled(uuid, 'se');
		expect((await sandbox.act(uuid, ANNA, 'sign')).status).toBe(409);
		await sandbox.act(uuid, 'signing@example.com', 'sign');
		expect((await sandbox.act(uuid, ANNA, 'sign')).status).toBe(200);
	});

	it('a request that is being prepared goes out only afterwards', async () => {
		const answer = await sandbox.send([signer(ANNA, 1)], { is_being_prepared: true });
		expect(answer.data.prepare_url).toMatch(/\/prepare\//);
		const uuid = sandbox.uuidOf(answer);
		await sandbox.settled(uuid, 'ne');
		expect(await sandbox.outbox()).toEqual([]);
		await sandbox.control('POST', `/documents/${uuid}/prepared`);
		expect((await sandbox.read(uuid)).status).toBe('se');
		expect(await sandbox.outbox('invitation')).toEqual([ANNA]);
	});
});
