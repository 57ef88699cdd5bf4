/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { mkdtempSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { starting } from '../conformance/cases/OpenTextWorkflow/support';
import { sandboxCredentials } from '../e2e/harness/sandboxCredentials';
import { deleteBinaryData, storeBinaryDataInFiles } from './support/binaryData';
import { Engine } from './support/engine';
import { expectSmall, LARGE, measure, MOST_MB, type Order } from './support/memory';
import { startSandboxProcess } from './support/processes';

const NODE = 'openTextWorkflow';

const SMALL = 1_000;

const folder = mkdtempSync(path.join(tmpdir(), 'attachments-'));

let engine: Engine;
let sandbox: Awaited<ReturnType<typeof startSandboxProcess>>;
let credentials: Record<string, ICredentialDataDecryptedObject>;
let cases = 0;

beforeAll(async () => {
	await storeBinaryDataInFiles();
	engine = await Engine.start();
	sandbox = await startSandboxProcess();
	const type = 'openTextWorkflowApi';
	const { data = {} } = sandboxCredentials(sandbox.url).find((one) => one.type === type) ?? {};
	credentials = { [type]: data };
});

afterAll(async () => {
	await sandbox.stop();
	await deleteBinaryData();
	await rm(folder, { recursive: true, force: true });
});

const must = async (parameters: INodeParameters) => {
	const { outputs, error } = await engine.run({ node: NODE, parameters, credentials });
	if (error) throw error;
	return outputs[0][0].json;
};

/** An open task of a case of its own, as a parameter. */
async function task(): Promise<INodeParameters> {
	cases += 1;
	const { caseId } = await must({ resource: 'case', operation: 'start', ...starting(cases) });
	const filters = { caseId: String(caseId) };
	const { taskId } = await must({ resource: 'task', operation: 'getAll', returnAll: true, filters });
	return { resource: 'taskAttachment', taskId: String(taskId) };
}

/** A file on disk of so many bytes. */
async function fileOf(bytes: number): Promise<string> {
	const file = path.join(folder, `scan-${bytes}.txt`);
	await writeFile(file, Buffer.alloc(bytes, 'what was found in the parcel\n'));
	return file;
}

const measureHere = async (warmUp: Order['warmUp'], measured: Order['measured'], inMemory = false) =>
	await measure({ node: NODE, credentials, warmUp, measured, inMemory });

const uploading = async (picked: INodeParameters, bytes: number): Promise<Order['measured']> => ({
	parameters: { ...picked, operation: 'upload', binaryProperty: 'data' },
	file: await fileOf(bytes),
});

/** Uploads a small file, then a large one, measured, and gives what downloads each. */
async function uploaded() {
	const picked = await task();
	const sent = await measureHere(await uploading(picked, SMALL), await uploading(picked, LARGE));
	const found = await must({ ...picked, operation: 'getAll', returnAll: true });
	const downloading = (attachmentId: unknown): Order['measured'] => ({
		parameters: { ...picked, operation: 'download', attachmentId: String(attachmentId) },
	});
	return {
		sent,
		downloadSmall: downloading(found.attachmentId),
		downloadLarge: downloading(sent.output.attachmentId),
	};
}

describe('a 50 MB attachment of a task raises memory by less than 25 MB', () => {
	it('when it is uploaded, and when it is downloaded whole and held against the hash of its upload', async () => {
		const { sent, downloadSmall, downloadLarge } = await uploaded();
		expect(sent.output).toMatchObject({ uploaded: true });
		expectSmall(sent);
		const got = await measureHere(downloadSmall, downloadLarge);
		expect(got.output.file).toMatchObject({
			bytes: LARGE,
			sha256: sent.output.sha256,
			uploadedHashMatches: true,
		});
		expectSmall(got);
	});

	it('and would be seen by this measurement if it were held: n8n without binary data in files', async () => {
		const picked = await task();
		const held = await measureHere(await uploading(picked, SMALL), await uploading(picked, LARGE), true);
		expect(held.heldMb).toBeGreaterThan(MOST_MB);
	});
});
