/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- runs in plain Node beside n8n, never inside it */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LAYERS } from '../../run/layers/table';
import { missingChromium } from '../../run/setup/chromium.cjs';
import { LAYER_NAMES, LAYER_NEEDS } from '../../run/setup/layerNeeds.cjs';
import { gapsOf, isCi } from '../../run/setup/machine.cjs';
import { PROJECT_NODE, ROOT } from '../../run/setup/project.cjs';
import { missingSpecs } from '../../run/setup/specs.cjs';

const bare = [
	{ name: 'chromium' as const, missing: () => 'no Chromium: `get it`', mayLackOnCi: false },
	{ name: 'specs' as const, missing: () => 'no descriptions: `get them`', mayLackOnCi: true },
];
const complete = bare.map((thing) => ({ ...thing, missing: () => undefined }));

describe('what a machine lacks for a run', () => {
	it('is told for all layers that it is for, with the command that brings it', () => {
		expect(gapsOf(LAYER_NAMES, false, bare)).toEqual([
			{ name: 'chromium', layers: ['browser'], line: 'no Chromium: `get it`', isFatal: false },
			{
				name: 'specs',
				layers: ['sandbox', 'contract', 'engine', 'conformance', 'e2e', 'browser'],
				line: 'no descriptions: `get them`',
				isFatal: false,
			},
		]);
	});

	it('is fatal on CI, but for what may not be redistributed', () => {
		expect(gapsOf(LAYER_NAMES, true, bare).map(({ name, isFatal }) => [name, isFatal])).toEqual([
			['chromium', true],
			['specs', false],
		]);
	});

	it.each([
		[['sandbox'], ['specs']],
		[['e2e'], ['specs']],
		[['browser'], ['chromium', 'specs']],
		[['lint', 'types', 'unit', 'package', 'templates'], []],
	])('counts only for the layers that run: %j lack %j', (layers, names) => {
		expect(gapsOf(layers, true, bare).map(({ name }) => name)).toEqual(names);
	});

	it('is nothing on a complete machine', () => {
		expect(gapsOf(LAYER_NAMES, true, complete)).toEqual([]);
	});

	it.each([
		[undefined, false],
		['', false],
		['0', false],
		['false', false],
		['true', true],
		['1', true],
	])('takes CI=%s for %s', (CI, expected) => {
		expect(isCi({ CI })).toBe(expected);
	});
});

describe('the programs and files that no run can bring', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'machine-'));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it('names the command that installs Chromium, in one line', () => {
		const line = missingChromium({ PATH: folder, CHROMIUM_PATH: path.join(folder, 'gone') });
		expect(line).toMatch(/^no Chromium: CHROMIUM_PATH names .*gone, .*`unset CHROMIUM_PATH`$/);
		writeFileSync(path.join(folder, 'chromium'), '');
		expect(missingChromium({ CHROMIUM_PATH: path.join(folder, 'chromium') })).toBeUndefined();
		expect(missingChromium({ PATH: folder })).toBeUndefined();
	});

	it('names only those descriptions that are missing, each with the command that brings it', () => {
		const specs = path.join(folder, 'specs');
		expect(missingSpecs(specs)?.match(/git clone/g)).toHaveLength(2);
		mkdirSync(path.join(specs, 'bigcommerce/reference'), { recursive: true });
		expect(missingSpecs(specs)).toMatch(/^no official .*`git clone \S+signrequest\S+ \S+signature`$/);
		mkdirSync(path.join(specs, 'opentext-core-signature'));
		writeFileSync(path.join(specs, 'opentext-core-signature/SignRequest-OpenAPI3-Swagger.json'), '');
		expect(missingSpecs(specs)).toBeUndefined();
	});
});

describe('npm test on a machine without Chromium', () => {
	const npmTest = (args: string[], env: Record<string, string>) =>
		spawnSync(PROJECT_NODE, [path.join(ROOT, 'test/run/test.mjs'), ...args], {
			encoding: 'utf8',
			env: { ...process.env, CHROMIUM_PATH: '/nowhere/chromium', ...env },
		});

	it('fails at once on CI, before it runs anything, and says what to do', () => {
		const { status, stdout, stderr } = npmTest([], { CI: 'true' });
		expect([status, stdout]).toEqual([1, '']);
		expect(stderr).toMatch(/Missing on this machine.*CI.*\n.*no Chromium: .*\n +for: browser/);
	});

	it('says it first of all elsewhere, with the layer that is left out', () => {
		const { status, stdout } = npmTest(['browser', '--help'], { CI: '' });
		expect(status).toBe(1);
		expect(stdout).toMatch(/^Missing on this machine.*\n +no Chromium: .*\n +for: browser\n/);
		expect(stdout).toMatch(/browser +0 +0 +1 .*no Chromium: .*CHROMIUM_PATH/);
	});

	it('refuses an unknown layer before it installs anything', () => {
		const { status, stderr } = npmTest(['units'], { CI: 'true' });
		expect(status).toBe(1);
		expect(stderr).toMatch(/^\nThere is no layer "units"; there are: lint, types, unit,/);
	});
});

describe('the layers', () => {
	it('run in the order in which their needs are written down', () => {
		expect(LAYERS.map(({ name }) => name)).toEqual(LAYER_NAMES);
	});

	it('have n8n brought before the first of them that can use it', () => {
		const users = LAYERS.filter(({ needs, wants }) => [...needs, ...wants].includes('n8n'));
		expect(users.map(({ name }) => name)).toEqual(['engine', 'templates', 'e2e', 'browser']);
		for (const layer of ['engine', 'templates'] as const) expect(LAYER_NEEDS[layer].wants).toContain('n8n');
	});
});
