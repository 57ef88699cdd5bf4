import { createHash } from 'node:crypto';

import { REVIEWER, USER_PASSWORD } from '../../sandbox/core/fixtures';
import {
	ANNA,
	CLIENT,
	CONTENT,
	DAY,
	openSignature,
	OTDS_CLIENT,
	type Signature,
	signer,
} from './signatureHarness';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('the Core Signature stand-in: tokens, documents, lists and links', () => {
	let sandbox: Signature;
	beforeAll(async () => {
		sandbox = await openSignature();
	});
	beforeEach(async () => {
		await sandbox.client.post('/_sandbox/reset');
		await sandbox.signIn();
	});
	afterAll(async () => await sandbox.close());

	const fetchBytes = async (url: string, headers: Record<string, string> = {}) =>
		await sandbox.client.get(url, { responseType: 'arraybuffer', headers });

	it('gives out tokens on both generations and refuses each in its own shape', async () => {
		const wrong = { ...OTDS_CLIENT, client_secret: 'wrong' };
		expect(await sandbox.token('/otdstenant/sandbox-tenant', wrong)).toMatchObject({
			status: 401,
			data: { error: 'invalid_client' },
		});
		expect(await sandbox.token('/tenants/sandbox-tenant', wrong)).toMatchObject({
			status: 401,
			data: { fault: { faultstring: 'Invalid ApiKey', detail: { errorcode: 'oauth.v2.InvalidApiKey' } } },
		});
		expect((await sandbox.token('/otdstenant/sandbox-tenant', CLIENT)).status).toBe(400);
		const form = new URLSearchParams({ grant_type: 'client_credentials' });
		const basic = Buffer.from(`${CLIENT.client_id}:${CLIENT.client_secret}`).toString('base64');
		expect(
			await sandbox.token('/tenants/sandbox-tenant', form, { Authorization: `Basic ${basic}` }),
		).toMatchObject({ status: 200, data: { token_type: 'Bearer', expires_in: 3600 } });
		await sandbox.signIn({
			...OTDS_CLIENT,
			grant_type: 'password',
			username: REVIEWER,
			password: USER_PASSWORD,
		});
		const { data } = await sandbox.send([signer(ANNA, 1)]);
		expect(data).toMatchObject({ from_email: REVIEWER, signers: [{ email: REVIEWER }, { email: ANNA }] });
	});

	it('answers 401 in the two shapes, 404 without the last slash, 405 and 429', async () => {
		const path = '/signature/api/v1/documents/';
		expect(await sandbox.client.get(path)).toMatchObject({
			status: 401,
			data: { detail: 'Authentication credentials were not provided.' },
		});
		await sandbox.control('POST', '/expire-tokens');
		expect(await sandbox.api('GET', '/documents/')).toMatchObject({
			status: 401,
			data: { detail: 'Invalid token' },
		});
		await sandbox.signIn();
		expect((await sandbox.api('GET', '/documents')).status).toBe(404);
		expect((await sandbox.api('GET', '/documents-search/')).status).toBe(404);
		expect(await sandbox.api('PUT', '/documents/', {})).toMatchObject({
			status: 405,
			data: { detail: 'Method "PUT" not allowed.' },
		});
		await sandbox.settings({ throttlePerMinute: 2 });
		await sandbox.api('GET', '/teams/');
		await sandbox.api('GET', '/teams/');
		const throttled = await sandbox.api('GET', '/teams/');
		expect(throttled.status).toBe(429);
		expect(throttled.data.detail).toBe(
			`Request was throttled. Expected available in ${throttled.headers['retry-after']} seconds.`,
		);
	});

	it('names every field that is wrong', async () => {
		expect(
			await sandbox.send([{ email: 'no address' }, signer(ANNA, -1)], { auto_expire_days: 731 }),
		).toMatchObject({
			status: 400,
			data: {
				signers: [
					{ email: ['Enter a valid email address.'] },
					{ order: ['Ensure this value is greater than or equal to 0.'] },
				],
				auto_expire_days: ['Ensure this value is less than or equal to 730.'],
			},
		});
		expect((await sandbox.api('POST', '/signature-request-quick-create/', CONTENT)).data).toEqual({
			signers: ['This field is required.'],
		});
		expect((await sandbox.send([])).data).toEqual({ signers: ['This list may not be empty.'] });
		expect((await sandbox.api('POST', '/documents/', { name: 'x' })).status).toBe(400);
		expect(
			(await sandbox.api('POST', '/documents/', { ...CONTENT, file_from_url: 'https://example.com/a.pdf' }))
				.status,
		).toBe(400);
		expect(
			(await sandbox.api('POST', '/signature-requests/', { document: 'x', signers: [signer(ANNA, 1)] })).data,
		).toEqual({ document: ['Invalid hyperlink - Object does not exist.'] });
		expect((await sandbox.send([signer(ANNA, 1)], { from_email: 'stranger@example.com' })).status).toBe(400);
		expect((await sandbox.api('GET', '/documents/')).data.count).toBe(0);
	});

	it('cannot send a document twice, nor one that could not be converted', async () => {
		const uuid = await sandbox.sent([signer(ANNA, 1)]);
		const again = { document: `/api/v1/documents/${uuid}/`, signers: [signer(ANNA, 1)] };
		expect((await sandbox.api('POST', '/signature-requests/', again)).status).toBe(400);
		const { data } = await sandbox.api('POST', '/documents/', {
			...CONTENT,
			file_from_content_name: 'broken.txt',
		});
		await sandbox.settled(data.uuid, 'ec');
		expect(await sandbox.eventTypes(data.uuid)).toEqual(['convert_error']);
		const broken = { document: data.url, signers: [signer(ANNA, 1)] };
		expect((await sandbox.api('POST', '/signature-requests/', broken)).status).toBe(400);
	});

	it('pages lists, newest first, and finds documents by external id', async () => {
		for (const external_id of ['a', 'b', 'c'])
			await sandbox.api('POST', '/documents/', { ...CONTENT, external_id });
		const { data: first } = await sandbox.api('GET', '/documents/?limit=2');
		expect(first).toMatchObject({
			count: 3,
			previous: null,
			results: [{ external_id: 'c' }, { external_id: 'b' }],
		});
		const { data: second } = await sandbox.api('GET', first.next);
		expect(second).toMatchObject({ count: 3, next: null, results: [{ external_id: 'a' }] });
		expect(await sandbox.api('GET', '/documents/?limit=2&page=3')).toMatchObject({
			status: 404,
			data: { detail: 'Invalid page.' },
		});
		expect((await sandbox.api('GET', '/documents/?external_id=b')).data).toMatchObject({
			count: 1,
			results: [{ external_id: 'b' }],
		});
		await sandbox.settings({ listFiltersHonoured: false, maxPageSize: 1 });
		const { data: capped } = await sandbox.api('GET', '/documents/?external_id=b&limit=100');
		expect(capped.count).toBe(3);
		expect(capped.results).toHaveLength(1);
		expect((await sandbox.api('GET', '/templates/')).data).toEqual({
			count: 0,
			next: null,
			previous: null,
			results: [],
		});
	});

	it('download links hold for 300 seconds, unaltered, without a second login; the hash is that of the bytes', async () => {
		const uuid = await sandbox.sent([signer(ANNA, 1)]);
		await sandbox.act(uuid, ANNA, 'sign');
		const { pdf, security_hash, signing_log } = await sandbox.settled(uuid, 'si');
		const bytes = await fetchBytes(pdf);
		expect(bytes.status).toBe(200);
		expect(bytes.data.subarray(0, 5).toString()).toBe('%PDF-');
		expect(bytes.headers['content-disposition']).toContain('Order 100_signed.pdf');
		expect(sha256(bytes.data)).toBe(security_hash);
		expect(sha256((await fetchBytes(signing_log.pdf)).data)).toBe(signing_log.security_hash);
		expect((await fetchBytes(pdf, { Authorization: 'Bearer x' })).status).toBe(400);
		expect((await fetchBytes(pdf.replace(/signature=./, 'signature=_'))).status).toBe(403);
		expect((await fetchBytes(pdf.replace(/expires=1/, 'expires=2'))).status).toBe(403);
		await sandbox.advance(150_000);
		expect((await fetchBytes(pdf)).status).toBe(200);
		await sandbox.advance(150_000);
		expect((await fetchBytes(pdf)).status).toBe(403);
		expect((await fetchBytes((await sandbox.read(uuid)).pdf)).status).toBe(200);
		await sandbox.settings({ securityHashes: false });
		expect((await sandbox.read(uuid)).security_hash).toBeNull();
	});

	it('pads the signed PDF and the hash follows', async () => {
		const uuid = await sandbox.sent([signer(ANNA, 1)]);
		await sandbox.control('POST', `/documents/${uuid}/pad`, { bytes: 3_000_000 });
		await sandbox.act(uuid, ANNA, 'sign');
		const first = await sandbox.settled(uuid, 'si');
		expect(sha256((await fetchBytes(first.pdf)).data)).toBe(first.security_hash);
		const { data } = await sandbox.control('POST', `/documents/${uuid}/pad`, { bytes: 4_000_000 });
		expect(data.pdfBytes).toBeGreaterThanOrEqual(4_000_000);
		const second = await sandbox.read(uuid);
		expect(second.security_hash).not.toBe(first.security_hash);
		expect(sha256((await fetchBytes(second.pdf)).data)).toBe(second.security_hash);
	});

	it('takes a large body, keeps it out of the log and still makes a signed PDF of it', async () => {
		const pdf = Buffer.concat([
			Buffer.from('%PDF-1.4\n%'),
			Buffer.alloc(40_000_000, 'x'),
			Buffer.from('\n%%EOF\n'),
		]);
		const uuid = await sandbox.sent([signer(ANNA, 1)], {
			file_from_content: pdf.toString('base64'),
			file_from_content_name: 'large.pdf',
		});
		await sandbox.act(uuid, ANNA, 'sign');
		const { pdf: link, security_hash } = await sandbox.settled(uuid, 'si');
		const { data } = await fetchBytes(link);
		expect(data.length).toBeGreaterThan(pdf.length);
		expect(sha256(data)).toBe(security_hash);
		const { data: exchanges } = await sandbox.client.get('/_sandbox/exchanges?service=signature');
		const created = exchanges.find(({ url: path }: { url: string }) => path.includes('quick-create'));
		expect(created.requestBody.file_from_content).toMatch(/^.{100}… \(\d{8} characters\)$/);
		expect(created.requestBody.signers).toHaveLength(1);
	});

	it('takes multipart uploads, until the switch says no', async () => {
		const upload = async () => {
			const form = new FormData();
			form.append('file', new Blob(['words of the order']), 'order.txt');
			form.append('external_id', 'multi');
			return await sandbox.api('POST', '/documents/', form);
		};
		const { data, status } = await upload();
		expect(status).toBe(201);
		expect(data).toMatchObject({
			name: 'order.txt',
			external_id: 'multi',
			file_from_content_name: 'order.txt',
		});
		await sandbox.settled(data.uuid, 'ne');
		expect((await sandbox.control('GET', `/documents/${data.uuid}/text`)).data).toBe('words of the order');
		await sandbox.settings({ acceptMultipart: false });
		expect((await upload()).status).toBe(415);
		expect((await sandbox.api('POST', '/documents/', 'x', { 'content-type': 'text/plain' })).data).toEqual({
			detail: 'Unsupported media type "text/plain" in request.',
		});
	});

	it('deletes for the sender, or everything with force', async () => {
		const [kept, erased] = [await sandbox.sent([signer(ANNA, 1)]), await sandbox.sent([signer(ANNA, 1)])];
		expect((await sandbox.api('DELETE', `/documents/${kept}/`)).status).toBe(204);
		expect((await sandbox.api('DELETE', `/documents/${erased}/`, { force_delete: true })).status).toBe(204);
		expect((await sandbox.api('GET', `/documents/${kept}/`)).data).toEqual({ detail: 'Not found.' });
		expect((await sandbox.api('GET', `/documents/${erased}/`)).status).toBe(404);
		expect((await sandbox.api('GET', '/events/')).data.count).toBe(0);
		expect((await sandbox.act(kept, ANNA, 'sign')).status).toBe(200);
		expect((await sandbox.act(erased, ANNA, 'sign')).status).toBe(404);
	});

	it('adds attachments before sending only', async () => {
		const { data: document } = await sandbox.api('POST', '/documents/', CONTENT);
		const attachment = { ...CONTENT, document: document.url, name: 'terms' };
		expect((await sandbox.api('POST', '/document-attachments/', attachment)).status).toBe(201);
		expect((await sandbox.read(document.uuid)).attachments).toMatchObject([{ name: 'terms' }]);
		await sandbox.api('POST', '/signature-requests/', { document: document.url, signers: [signer(ANNA, 1)] });
		expect((await sandbox.api('POST', '/document-attachments/', attachment)).status).toBe(400);
	});

	it('faults strike: a cut after the commit leaves one document, a cut before it none', async () => {
		const cut = async (kind: string) => {
			await sandbox.client.post('/_sandbox/faults', { service: 'signature', kind, path: 'quick-create' });
			await expect(sandbox.send([signer(ANNA, 1)], { external_id: kind })).rejects.toThrow('socket hang up');
			return (await sandbox.api('GET', `/documents/?external_id=${kind}`)).data.count;
		};
		expect(await cut('resetBefore')).toBe(0);
		expect(await cut('resetAfter')).toBe(1);
		await sandbox.client.post('/_sandbox/faults', { service: 'signature', kind: 'html' });
		expect((await sandbox.api('GET', '/documents/')).headers['content-type']).toBe('text/html');
	});

	it('erases a document that is being worked on', async () => {
		const uuid = await sandbox.sent([signer(ANNA, 1)]);
		await sandbox.act(uuid, ANNA, 'sign');
		expect((await sandbox.api('DELETE', `/documents/${uuid}/`, { force_delete: true })).status).toBe(204);
		const next = await sandbox.sent([signer(ANNA, 1)]);
		await sandbox.act(next, ANNA, 'sign');
		await sandbox.settled(next, 'si');
		expect((await sandbox.api('GET', '/documents/')).data.count).toBe(1);
	});

	it('deletes a finished document after its days', async () => {
		const uuid = await sandbox.sent([signer(ANNA, 1)], { auto_delete_days: 2, link_expire_days: 1 });
		await sandbox.act(uuid, ANNA, 'sign');
		expect((await sandbox.settled(uuid, 'si')).auto_delete_after).toMatch(/^\d{4}-.*\d{6}Z$/);
		const { data } = await sandbox.control('GET', `/documents/${uuid}`);
		const page = new URL(data.signers[1].link).pathname;
		expect((await sandbox.client.get(`${page}/document`)).status).toBe(200);
		await sandbox.advance(1.5 * DAY);
		expect((await sandbox.client.get(`${page}/document`)).status).toBe(404);
		await sandbox.advance(0.5 * DAY);
		expect((await sandbox.api('GET', `/documents/${uuid}/`)).status).toBe(404);
	});

	it('refuses unknown switches', async () => {
		expect((await sandbox.settings({ unknown: true })).status).toBe(400);
		expect((await sandbox.settings({ eventReadById: false })).data.eventReadById).toBe(false);
		const uuid = await sandbox.sent([signer(ANNA, 1)]);
		const { data } = await sandbox.control('GET', `/documents/${uuid}`);
		expect((await sandbox.api('GET', `/events/${data.events[0].uuid}/`)).status).toBe(404);
	});
});
