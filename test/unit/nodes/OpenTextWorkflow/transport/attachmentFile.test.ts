/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { Readable } from 'node:stream';
import { downloadAttachment } from '../../../../../nodes/OpenTextWorkflow/transport/attachmentFile';
import { readAttachment, type Attachment } from '../../../../../nodes/OpenTextWorkflow/transport/attachments';
import { WorkflowClient } from '../../../../../nodes/OpenTextWorkflow/transport/WorkflowClient';
import { ItemRun } from '../../../../../nodes/shared/itemRun';
import { executeFunctions } from '../../../support/contexts';
import { answering, type Answer, type ServiceDouble } from '../../../support/serviceDouble';
import { BinaryStore, pdfOf, sha256 } from '../../../support/signatureFiles';
import { passTime } from '../../../support/time';
import { refused, RUNTIME, tenantCredential } from '../../../support/workflow';

const CONTENT = `GET ${RUNTIME}/tasks/t1/attachments/a1/content`;

const PDF = pdfOf('a lamp');

const file =
	(bytes: Uint8Array, length = bytes.length) =>
	(): Answer => ({
		status: 200,
		body: Readable.from([bytes]),
		headers: { 'content-type': 'application/pdf', 'content-length': String(length) },
	});

async function download(service: ServiceDouble, more: Partial<Attachment> = {}, sha?: string) {
	const store = new BinaryStore();
	const functions = executeFunctions({ service, credential: tenantCredential() });
	store.prepare()(functions);
	const attachment: Attachment = { ...readAttachment({}), id: 'a1', name: 'lamp.pdf', ...more };
	const { result } = await passTime(
		async () =>
			await downloadAttachment(new ItemRun(functions, 0), new WorkflowClient(functions), {
				taskId: 't1',
				attachment,
				sha256: sha,
			}),
	);
	return { result, store };
}

describe('downloading the file of an attachment', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('is asked for as a stream, and stored with its hash', async () => {
		const service = answering({ [CONTENT]: file(PDF) });
		const { result, store } = await download(service);
		expect(service.requests[0].options.encoding).toBe('stream');
		expect(store.files[0].bytes.equals(PDF)).toBe(true);
		expect(result).toMatchObject({ bytes: PDF.length, sha256: sha256(PDF) });
	});

	it('is fetched where its content URL says when it is not where it is expected, with the token for this service alone', async () => {
		const service = answering({ [`GET ${RUNTIME}/files/f1`]: file(PDF) });
		const contentUrl = `https://inner.example.net${RUNTIME}/files/f1`;
		expect((await download(service, { contentUrl })).result.bytes).toBe(PDF.length);
		expect(service.requests.map(({ options }) => new URL(options.url).host)).toEqual([
			'gateway.example.com',
			'gateway.example.com',
		]);
	});

	it.each([
		['there is none', {}, /does not give the file of attachment a1/],
		['it is a link', { externalUrl: 'https://example.com' }, /is a link, not a file/],
	])('says so when %s', async (_what, more, text) => {
		await expect(download(answering({}), more)).rejects.toThrow(text);
	});

	it('says what the service says, although a stream was asked for', async () => {
		const body = Readable.from([Buffer.from(JSON.stringify({ exception: 'not for you' }))]);
		await expect(download(answering({ [CONTENT]: () => ({ status: 403, body }) }))).rejects.toMatchObject({
			description: expect.stringContaining('not for you'),
		});
	});

	it('is tried again when it breaks off, three times in all', async () => {
		const cut = file(PDF, PDF.length + 1)();
		const service = answering({ [CONTENT]: [cut, file(PDF)()] });
		expect((await download(service)).result.bytes).toBe(PDF.length);
		const never = answering({ [CONTENT]: file(PDF, PDF.length + 1) });
		await expect(download(never)).rejects.toThrow(/is cut off/);
		expect(never.lines).toHaveLength(3);
	});

	it('is tried again when its hash is not that of its upload', async () => {
		const other = file(pdfOf('another lamp'));
		const service = answering({ [CONTENT]: [other(), file(PDF)()] });
		expect((await download(service, {}, sha256(PDF))).result.sha256).toBe(sha256(PDF));
		const never = answering({ [CONTENT]: other });
		await expect(download(never, {}, sha256(PDF))).rejects.toThrow(/not the one that was uploaded/);
		expect(never.lines).toHaveLength(3);
	});

	it('is not kept when it is a web page', async () => {
		const page = file(Buffer.from('<!doctype html><title>Sign in</title>'));
		await expect(download(answering({ [CONTENT]: page }))).rejects.toThrow(/is no PDF but a web page/);
	});

	it('is refused for a status that a retry does not cure', async () => {
		const service = answering({ [CONTENT]: refused(400, 'no') });
		await expect(download(service)).rejects.toThrow(/did not accept the values/);
	});
});
