/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
	ANNA,
	BEN,
	DAY,
	MINUTE,
	openReceiver,
	openSignature,
	type Signature,
	signer,
} from './signatureHarness';

describe('the Core Signature stand-in: signer page and restart', () => {
	let folder: string;
	let sandbox: Signature;
	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'signature-restart-'));
		sandbox = await openSignature(folder);
	});
	afterEach(async () => {
		await sandbox.close();
		await rm(folder, { recursive: true });
	});

	const restart = async () => {
		await sandbox.close();
		sandbox = await openSignature(folder);
	};

	/** Path of a person's page, from the mail. */
	const pageOf = async (email: string) => {
		const { data } = await sandbox.control('GET', '/outbox');
		return new URL(data.find((mail: { to: string }) => mail.to === email).link).pathname;
	};

	it('a person reads, signs with the password and downloads', async () => {
		const uuid = await sandbox.sent([signer(ANNA, 1, { password: 'apple' }), signer(BEN, 2)], {
			subject: 'Please sign order 100',
			message: 'Thank you',
		});
		const page = await pageOf(ANNA);
		const { data: state } = await sandbox.client.get(`${page}/state`);
		expect(state).toMatchObject({
			name: 'Order 100',
			subject: 'Please sign order 100',
			message: 'Thank you',
			status: 'se',
			signer: { email: ANNA, role: 'signer', signed: false, myTurn: true, passwordRequired: true },
			others: [{ role: 'sender' }, { email: BEN, role: 'signer', myTurn: false }],
		});
		expect((await sandbox.client.get(state.textUrl)).data).toContain('total 4 999.00 EUR');
		expect((await sandbox.client.get(state.pdfUrl)).headers['content-type']).toBe('application/pdf');
		const act = async (body: object) => await sandbox.client.post(`${page}/act`, body);
		expect((await act({ action: 'view' })).data.status).toBe('vi');
		expect((await act({ action: 'sign', name: 'Anna First', password: 'pear' })).status).toBe(403);
		expect((await act({ action: 'download' })).status).toBe(409);
		expect((await act({ action: 'sign', name: 'Anna First', password: 'apple' })).data.signer.signed).toBe(
			true,
		);
		await sandbox.act(uuid, BEN, 'sign');
		await sandbox.settled(uuid, 'si');
		expect((await act({ action: 'download' })).data.status).toBe('sd');
		expect((await sandbox.client.get('/signature/sign/unknown/state')).status).toBe(404);
		expect((await sandbox.client.get('/signature/pages/..%2findex.ts')).status).toBe(404);
	});

	it('documents, files, switches, mails and deadlines are still there after a restart', async () => {
		await sandbox.settings({ maxPageSize: 7 });
		const uuid = await sandbox.sent([signer(ANNA, 1), signer(BEN, 2)], { auto_expire_days: 2 });
		const finished = await sandbox.sent([signer(ANNA, 1)]);
		await sandbox.act(finished, ANNA, 'sign');
		const before = await sandbox.settled(finished, 'si');
		await restart();
		const after = await sandbox.read(finished);
		expect(after.security_hash).toBe(before.security_hash);
		expect((await sandbox.client.get(after.pdf)).status).toBe(200);
		expect((await sandbox.control('GET', '/settings')).data.maxPageSize).toBe(7);
		await sandbox.act(uuid, ANNA, 'sign');
		expect((await sandbox.outbox('invitation')).at(-1)).toBe(BEN);
		await restart();
		await sandbox.advance(2 * DAY);
		expect((await sandbox.read(uuid)).status).toBe('xp');
	});

	it('conversion, signed PDF and callbacks under way go on after a restart', async () => {
		const own = await openReceiver(500);
		await sandbox.settings({ conversionMs: MINUTE, processingMs: MINUTE });
		await sandbox.api('POST', '/webhooks/', { event_type: 'sent', callback_url: own.url });
		const uuid = sandbox.uuidOf(await sandbox.send([signer(ANNA, 1)]));
		await restart();
		await sandbox.advance(MINUTE);
		await sandbox.settled(uuid, 'se');
		await own.arrived(1);
		await restart();
		await sandbox.act(uuid, ANNA, 'sign');
		await restart();
		expect((await sandbox.read(uuid)).processing).toBe(true);
		await sandbox.advance(MINUTE);
		await sandbox.settled(uuid, 'si');
		const [first, second] = await own.arrived(2);
		await own.close();
		expect(second.body.uuid).toBe(first.body.uuid);
	});
});
