/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import omit from 'lodash/omit';
import { METADATA } from '../run/setup/packageContent.cjs';
import { Engine } from './support/engine';
import { InstalledPack, LISTED, startFaults, type LoadReport } from './support/loading';
import { openStore, type Store } from './support/store';

const READ_AT_START = ['known/nodes', 'known/credentials', 'types/nodes', 'types/credentials'].map(
	(name) => `dist/${name}.json`,
);

/** n8n's list of a node's loadOptions methods is made when its code is loaded; n8n 2.41 itself does not read it. */
const served = ({ nodes, credentials }: LoadReport['types']) => ({
	credentials,
	nodes: nodes.map((description) => omit(description, '__loadOptionsMethods')),
});

describe('the built package', () => {
	let pack: InstalledPack;
	let start: LoadReport;
	let install: LoadReport;

	beforeAll(async () => {
		pack = InstalledPack.make();
		start = await pack.load('start');
		install = await pack.load('install');
	});

	afterAll(() => pack.remove());

	describe('at the start of n8n', () => {
		it('has no code of a node required', () => {
			expect(startFaults(start)).toEqual([]);
			expect(start.loadedNodes).toEqual([]);
		});

		it('has its credentials required, all of which n8n always loads', () => {
			expect(start.atStart).toEqual(expect.arrayContaining(LISTED.credentials));
		});

		it('serves what it serves with every node loaded', () => {
			expect(install.isLazyLoaded).toBe(false);
			expect(served(start.types)).toEqual(served(install.types));
			expect(start.known).toEqual(install.known);
		});

		it('has the same methods in each node', () => {
			const methods = ({ nodes }: LoadReport) => nodes.map(({ name, methods: own }) => ({ name, own }));
			expect(methods(start)).toEqual(methods(install));
			expect(methods(start)).toContainEqual({
				name: 'bigCommerce',
				own: expect.objectContaining({
					listSearch: expect.arrayContaining([expect.any(String)]),
					loadOptions: expect.arrayContaining([expect.any(String)]),
				}),
			});
		});

		it('has the code of a node required with its first use, and nothing of another folder', () => {
			for (const [index, file] of LISTED.nodes.entries()) {
				const { required } = start.nodes[index];
				expect(required).toContain(file);
				expect(required.filter((other) => path.dirname(other) !== path.dirname(file))).toEqual([]);
			}
		});

		// one other character makes the whole text a wide one, which n8n takes twice as long to read
		it.each(METADATA)('reads plain ASCII in %s', (file) => {
			expect(readFileSync(pack.file(file), 'utf8')).toMatch(/^[\n -~]+$/);
		});

		it('serves the same each time that n8n collects the types anew', () => {
			expect(start.again).toEqual(start.again.map(() => start.types));
		});
	});

	describe('when it is installed in the editor', () => {
		// n8n refuses a package of which it has loaded none
		it('has every node loaded at once', () => {
			expect(install.loadedNodes).toHaveLength(LISTED.nodes.length);
			expect(install.atStart).toEqual(expect.arrayContaining(LISTED.nodes));
		});

		// n8n loads the package again for it: what it wrote into a description the time before must be gone. The credentials are left out:
		// n8n itself repeats the nodes that use them
		it('describes its nodes the same each time that n8n collects the types anew', () => {
			const nodes = install.again.map((types) => types.nodes);
			expect(nodes).toEqual(nodes.map(() => install.types.nodes));
		});
	});
});

describe('the check of the start', () => {
	let pack: InstalledPack;

	beforeEach(() => {
		pack = InstalledPack.make();
	});

	afterEach(() => pack.remove());

	const everyNode = LISTED.nodes.map((file) => `required at the start: ${file}`);

	it.each(READ_AT_START)('notices that n8n falls back to loading every node without %s', async (file) => {
		rmSync(pack.file(file));
		const faults = startFaults(await pack.load('start'));
		expect(faults).toEqual(expect.arrayContaining(['n8n fell back to loading every node', ...everyNode]));
	});

	it('notices that n8n falls back to loading every node with half of a file', async () => {
		truncateSync(pack.file('dist/types/nodes.json'), 40);
		const faults = startFaults(await pack.load('start'));
		expect(faults).toEqual(expect.arrayContaining(['n8n fell back to loading every node', ...everyNode]));
	});

	it('notices a node that the metadata leave out', async () => {
		writeFileSync(pack.file('dist/known/nodes.json'), '{}');
		expect(startFaults(await pack.load('start'))).toEqual([`0 of ${LISTED.nodes.length} nodes are known`]);
	});
});

describe('a node that n8n has not loaded at its start', () => {
	let store: Store;

	beforeAll(async () => {
		store = await openStore();
	});

	afterAll(async () => await store.close());

	it('is loaded with its first execution, and executes', async () => {
		const engine = await Engine.startLazily();
		expect(engine.loadedNodes()).toEqual([]);
		const { outputs, error } = await engine.run({
			node: 'bigCommerce',
			parameters: { resource: 'order', operation: 'get', orderId: String(await store.place()) },
			credentials: store.credentials(),
		});
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(1);
		expect(engine.loadedNodes()).toEqual(['bigCommerce']);
	});
});
