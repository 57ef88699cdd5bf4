/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { Readable } from 'node:stream';
import { downloadAny } from '../../../../../nodes/OpenTextWorkflow/transport/anyFile';
import { WorkflowClient } from '../../../../../nodes/OpenTextWorkflow/transport/WorkflowClient';
import { ItemRun } from '../../../../../nodes/shared/itemRun';
import { executeFunctions } from '../../../support/contexts';
import { answering, type Answer } from '../../../support/serviceDouble';
import { BinaryStore, pdfOf, sha256 } from '../../../support/signatureFiles';
import { passTime } from '../../../support/time';
import { RUNTIME, tenantCredential } from '../../../support/workflow';

const PDF = pdfOf('a lamp');

const file =
	(bytes: Uint8Array, headers: Record<string, string> = { 'content-type': 'application/pdf' }) =>
	(): Answer => ({ status: 200, body: Readable.from([bytes]), headers });

async function download(answer: () => Answer, path = '/files/f1') {
	const store = new BinaryStore();
	const service = answering({ [`GET ${RUNTIME}${path}`]: answer });
	const functions = executeFunctions({ service, credential: tenantCredential() });
	store.prepare()(functions);
	const asked = { base: 'runtime' as const, path, subject: path };
	const { result } = await passTime(
		async () => await downloadAny(new ItemRun(functions, 0), new WorkflowClient(functions), asked),
	);
	return { result, store, service };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('downloading what any path gives', () => {
	it('stores it with its hash, named by the end of the path and its type', async () => {
		const { result, store } = await download(file(PDF));
		expect(store.files[0].bytes.equals(PDF)).toBe(true);
		expect(result).toMatchObject({ name: 'f1.pdf', bytes: PDF.length, sha256: sha256(PDF) });
	});

	it.each([
		['attachment; filename="lamp.pdf"', 'lamp.pdf'],
		['attachment; filename="../lamp.pdf"', 'f1.pdf'],
	])('is named as %s says, unless that leads elsewhere', async (disposition, name) => {
		const headers = { 'content-type': 'application/pdf', 'content-disposition': disposition };
		expect((await download(file(PDF, headers))).result.name).toBe(name);
	});

	it.each([
		[
			'JSON',
			Buffer.from('{"id": 1}'),
			'application/hal+json',
			/is JSON, which Get reads; a JSON file on a task is downloaded with Task Attachment: Download$/,
		],
		['nothing', Buffer.alloc(0), 'image/png', /is empty$/],
		['a web page', Buffer.from('<html><body>x'), 'text/html', /is a web page$/],
		['a text that is told as a picture', Buffer.from('no picture'), 'image/png', /is no PNG file$/],
	])('gives no file of %s, after it was asked for three times', async (_what, bytes, type, says) => {
		await expect(download(file(bytes, { 'content-type': type }))).rejects.toThrow(says);
	});

	it('gives no file that is cut off', async () => {
		const headers = { 'content-type': 'application/pdf', 'content-length': String(PDF.length + 1) };
		await expect(download(file(PDF, headers))).rejects.toThrow(/is cut off/);
	});

	it('asks again for what broke off, and gives what then comes', async () => {
		let turn = 0;
		const answer = (): Answer => file(turn++ ? PDF : PDF.subarray(0, 0))();
		const { result, service } = await download(answer);
		expect(result.bytes).toBe(PDF.length);
		expect(service.requests).toHaveLength(2);
	});
});
