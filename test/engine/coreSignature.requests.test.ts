import type { INodeParameters } from 'n8n-workflow';
import { createSignatureStandIn } from '../sandbox/signature';
import { startServer } from '../sandbox/server';
import { Engine } from './support/engine';
import { expectNodeSchema } from './support/schema';
import { anotherName, sending, signatureControl, signatureCredentials } from './support/signatures';

let engine: Engine;
let sandbox: Awaited<ReturnType<typeof open>>;

const open = async () =>
	await startServer({}, async (context) => ({ signature: await createSignatureStandIn(context) }));

beforeAll(async () => {
	engine = await Engine.start();
	sandbox = await open();
});

afterAll(async () => await sandbox.close());

/** Starts with a pace of its own. */
const runner = () => {
	const credentials = signatureCredentials(anotherName(sandbox.url));
	return async (parameters: INodeParameters) =>
		await engine.run({
			node: 'openTextCoreSignature',
			parameters: { resource: 'signatureRequest', ...parameters },
			credentials,
		});
};

describe('signatureRequest: sendAndWait', () => {
	const parameters = (key: string) => ({
		...sending(key),
		operation: 'sendAndWait',
		waitAmount: 1,
		waitUnit: 'hours',
	});

	it('goes on at once by the right output when the document is signed or declined already', async () => {
		const run = runner();
		const control = signatureControl(sandbox.url);
		for (const [action, output] of [
			['sign', 1],
			['decline', 2],
		] as const) {
			const key = `already-${action}`;
			const [[{ json }]] = (await run(sending(key))).outputs;
			await control.mailed(String(json.documentId));
			await control.act(String(json.documentId), action);
			await control.finished(String(json.documentId));
			const { outputs } = await run(parameters(key));
			expect(outputs.map((items) => items.length)).toEqual([...Array(output).fill(0), 1]);
			expectNodeSchema('OpenTextCoreSignature', 'signatureRequest', 'sendAndWait', outputs[output][0].json);
		}
	});
});
