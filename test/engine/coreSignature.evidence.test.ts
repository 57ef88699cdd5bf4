/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { addBinary, bytesOf, deleteBinaryData, storeBinaryDataInFiles } from './support/binaryData';
import { Engine, type NodeRun } from './support/engine';
import { expectSmall, LARGE, measure, MOST_MB, type Order } from './support/memory';
import { startSandboxProcess } from './support/processes';
import { anotherName, sending, signatureControl, signatureCredentials } from './support/signatures';

const KNOWN = '0b8f0c5e-0000-4000-8000-000000000001';

const SNAPSHOT = { total: '12500.00', lines: [{ sku: 'A-1', quantity: 2 }] };

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let engine: Engine;
let sandbox: Awaited<ReturnType<typeof startSandboxProcess>>;
let control: ReturnType<typeof signatureControl>;
let host: string;
let requests = 0;

beforeAll(async () => {
	await storeBinaryDataInFiles();
	engine = await Engine.start();
	sandbox = await startSandboxProcess();
	control = signatureControl(sandbox.url);
});

afterAll(async () => {
	await sandbox.stop();
	await deleteBinaryData();
});

beforeEach(() => {
	host = anotherName(sandbox.url);
});

afterEach(async () => await control.reset());

const run = async (parameters: INodeParameters, more: Partial<NodeRun> = {}) =>
	await engine.run({
		node: 'openTextCoreSignature',
		parameters,
		credentials: signatureCredentials(host),
		...more,
	});

/** Sends a document to one signer, who is mailed. @returns its id */
async function sent(): Promise<string> {
	requests += 1;
	const { outputs, error } = await run(sending(`sandbox1:order:${requests}:sign-off:1`));
	expect(error).toBeUndefined();
	const id = z.string().parse(outputs[0][0].json.documentId);
	await control.mailed(id);
	return id;
}

async function signed(): Promise<string> {
	const id = await sent();
	await control.act(id, 'sign');
	await control.finished(id);
	return id;
}

async function collected(id: string) {
	const parameters = { resource: 'evidence', operation: 'collect', documentId: id };
	const { outputs, error } = await run({ ...parameters, snapshot: JSON.stringify(SNAPSHOT) });
	expect(error).toBeUndefined();
	const [{ json, binary = {} }] = outputs[0];
	return { json, binary };
}

describe('evidence: verify', () => {
	const VERIFY = { resource: 'evidence', operation: 'verify' };

	it('names the changed item in 200 of 200 random one-byte edits of PDF, log or manifest', async () => {
		const { binary } = await collected(await signed());
		const originals = await Promise.all(
			Object.entries(binary).map(async ([name, file]) => ({ name, bytes: await bytesOf(file) })),
		);
		const edits = await Promise.all(
			Array.from({ length: 200 }, async (_entry, index) => {
				const { name, bytes } = originals[index % originals.length];
				const edited = Buffer.from(bytes);
				edited[Math.floor(Math.random() * edited.length)] ^= 1 + Math.floor(Math.random() * 255);
				return { name, binary: { ...binary, [name]: await addBinary(edited, name, 'application/pdf') } };
			}),
		);
		const { outputs } = await run(VERIFY, {
			items: edits.map(() => ({})),
			binaries: edits.map((edit) => edit.binary),
		});
		expect(outputs[0].map(({ json }) => json.changed)).toEqual(edits.map(({ name }) => [name]));
	});
});

describe('evidence from end to end', () => {
	it('is collected, stored byte by byte as the service gave it, and verified against the recorded hash', async () => {
		const id = await signed();
		const { json, binary } = await collected(id);
		const { pdfSha256 } = await control.document(id);
		expect(sha256(await bytesOf(binary.signedDocument))).toBe(pdfSha256);
		expect((await bytesOf(binary.signingLog)).subarray(0, 5).toString()).toBe('%PDF-');
		const { manifestSha256, ...manifest } = json;
		const file = await bytesOf(binary.manifest);
		expect(JSON.parse(file.toString())).toEqual(manifest);
		const options = {
			expectedManifestHash: String(manifestSha256),
			currentSnapshot: JSON.stringify({ ...SNAPSHOT, total: '1.00' }),
		};
		const verify = { resource: 'evidence', operation: 'verify', options };
		const { outputs } = await run(verify, { binaries: [binary] });
		expect(outputs[0][0].json).toMatchObject({ verified: false, changed: ['snapshot'], documentId: id });
	});

	it('waits until the service has built the PDF', async () => {
		await control.set({ processingMs: 2_000 });
		const id = await sent();
		await control.act(id, 'sign');
		const { json } = await collected(id);
		expect(json).toMatchObject({ outcome: 'signed' });
	});

	it('proves a decline, with its reason', async () => {
		const id = await sent();
		await control.act(id, 'decline', 'Too dear');
		await control.finished(id);
		const { json } = await collected(id);
		expect(json).toMatchObject({
			outcome: 'declined',
			signers: expect.arrayContaining([expect.objectContaining({ state: 'declined', reason: 'Too dear' })]),
		});
	});

	it('is collected where the service gives no hashes', async () => {
		await control.set({ securityHashes: false });
		const { json } = await collected(await signed());
		expect(json).toMatchObject({ files: [{ serviceHashMatches: null }, { serviceHashMatches: null }] });
	});
});

describe('a download', () => {
	const download = async (documentId: string) =>
		await run({ resource: 'document', operation: 'download', documentId });

	it.each([
		['the link has died', { kind: 'status', status: 403, times: 2 }],
		['the connection breaks before the file', { kind: 'resetBefore', times: 1 }],
		['the connection breaks after the headers', { kind: 'resetAfter', times: 1 }],
	])('is tried again when %s', async (_when, fault) => {
		const id = await signed();
		await control.fault({ ...fault, path: '^/files/' });
		const { outputs, error } = await download(id);
		expect(error).toBeUndefined();
		expect(outputs[0][0].json).toMatchObject({ file: { serviceHashMatches: true } });
	});

	it('is tried again when the connection breaks in the middle of the file, and the link is followed without the token', async () => {
		const file = Buffer.alloc(300_000, '%PDF-1.7 ');
		const asked: Array<string | undefined> = [];
		const server = createServer((request, response) => {
			const url = `http://${request.headers.host}`;
			if (request.url?.startsWith('/files/')) {
				asked.push(request.headers.authorization);
				response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': file.length });
				if (asked.length > 1) return response.end(file);
				return response.write(file.subarray(0, 100_000), () => response.destroy());
			}
			const document = { uuid: KNOWN, name: 'a.pdf', status: 'si', security_hash: sha256(file) };
			const token = { access_token: 'invented', token_type: 'Bearer', expires_in: 3600 };
			response.setHeader('content-type', 'application/json');
			return response.end(
				JSON.stringify(
					request.method === 'POST' ? token : { ...document, pdf: `${url}/files/${asked.length}` },
				),
			);
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const address = server.address();
		const port = typeof address === 'object' ? address?.port : 0;
		const credentials = signatureCredentials(`http://127.0.0.1:${port}`);
		const { outputs, error } = await engine.run({
			node: 'openTextCoreSignature',
			parameters: { resource: 'document', operation: 'download', documentId: KNOWN },
			credentials,
		});
		server.close();
		expect(error).toBeUndefined();
		expect(asked).toEqual([undefined, undefined]);
		expect(outputs[0][0].json.file).toMatchObject({ bytes: file.length, serviceHashMatches: true });
		expect((await bytesOf(outputs[0][0].binary?.data ?? { data: '', mimeType: '' })).equals(file)).toBe(true);
	});

	it('that fails for good says so, without the link', async () => {
		const id = await signed();
		await control.fault({ kind: 'status', status: 403, times: 9, path: '^/files/' });
		const { error } = await download(id);
		expect(error?.message).toBe(
			`Item 1: The signed PDF of document ${id} could not be downloaded: the storage answered with status 403`,
		);
		expect(JSON.stringify(error)).not.toContain('signature=');
	});
});

describe('a 50 MB document raises memory by less than 25 MB', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'evidence-'));

	afterAll(async () => await rm(folder, { recursive: true, force: true }));

	const measureHere = async (warmUp: Order['warmUp'], work: Order['measured'], inMemory = false) =>
		await measure({
			node: 'openTextCoreSignature',
			credentials: signatureCredentials(sandbox.url),
			warmUp,
			measured: work,
			inMemory,
		});

	const large = async (): Promise<string> => {
		const id = await signed();
		await control.pad(id, LARGE);
		return id;
	};

	it.each([
		['downloading', { resource: 'document', operation: 'download' }],
		['collecting evidence', { resource: 'evidence', operation: 'collect' }],
	])('when %s', async (_name, operation) => {
		const [small, documentId] = [await signed(), await large()];
		expectSmall(
			await measureHere(
				{ parameters: { ...operation, documentId: small } },
				{ parameters: { ...operation, documentId } },
			),
		);
	});

	it('when sending', async () => {
		const pdf = path.join(folder, 'order.pdf');
		const { outputs } = await run({
			resource: 'document',
			operation: 'download',
			documentId: await signed(),
			file: 'originalPdf',
		});
		const { data } = outputs[0][0].binary ?? {};
		const small = await bytesOf(data);
		await writeFile(pdf, small);
		const padded = path.join(folder, 'large.pdf');
		await writeFile(padded, Buffer.concat([small, Buffer.alloc(LARGE, '% a line of comment\n')]));
		const numbers = await measureHere(
			{ parameters: { ...sending('sandbox1:order:small:sign-off:1'), source: 'binary' }, file: pdf },
			{ parameters: { ...sending('sandbox1:order:large:sign-off:1'), source: 'binary' }, file: padded },
		);
		expect(numbers.output).toMatchObject({ created: true });
		expectSmall(numbers);
	});

	it('and would be seen by this measurement if it were held: n8n without binary data in files', async () => {
		const download = { resource: 'document', operation: 'download' };
		const [small, documentId] = [await signed(), await large()];
		const { heldMb } = await measureHere(
			{ parameters: { ...download, documentId: small } },
			{ parameters: { ...download, documentId } },
			true,
		);
		expect(heldMb).toBeGreaterThan(MOST_MB);
	});
});
