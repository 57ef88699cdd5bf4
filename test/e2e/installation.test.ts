/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { failureOf } from './harness';
import { Desk, itemsOf } from './support/desk';
import { Installation } from './support/installation';

const NODES = [
	'bigCommerce',
	'bigCommerceB2b',
	'bigCommerceTrigger',
	'openTextCoreSignature',
	'openTextCoreSignatureTrigger',
	'openTextDecision',
	'openTextDecisionTrigger',
	'openTextWorkflow',
	'openTextWorkflowTrigger',
];

const codeOfNodes = (files: string[]) => files.filter((file) => file.startsWith('dist/nodes/'));

// n8n looks for npm in another way on Windows
const onPosix = process.platform === 'win32' ? describe.skip : describe;

onPosix('the package, installed in the editor of a real n8n', () => {
	let installation: Installation;
	let installed: string[];

	beforeAll(async () => {
		installation = await Installation.open('installation');
		installed = await installation.install();
	});

	afterAll(async () => await installation?.close());

	const runBigCommerce = async () => {
		const desk = new Desk(await installation.ready());
		await desk.sandbox.bigCommerce.place('harmless');
		const execution = await desk.run({
			node: 'bigCommerce',
			parameters: { resource: 'order', operation: 'getAll', returnAll: true },
		});
		expect(failureOf(execution)).toBeUndefined();
		expect(itemsOf(execution)).not.toHaveLength(0);
	};

	it('works at once with every node', async () => {
		expect(installed.sort()).toEqual(NODES.map((name) => expect.stringContaining(`.${name}`)));
		await runBigCommerce();
	});

	it('has none of its nodes required at the next start, and each with its first use', async () => {
		await installation.restart();
		expect(codeOfNodes(installation.required())).toEqual([]);
		expect(installation.required()).toContain('dist/credentials/BigCommerceApi.credentials.js');
		await runBigCommerce();
		const used = codeOfNodes(installation.required());
		expect(used).toContain('dist/nodes/BigCommerce/BigCommerce.node.js');
		expect(used.filter((file) => !file.startsWith('dist/nodes/BigCommerce/'))).toEqual([]);
	});
});
