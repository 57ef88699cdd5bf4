import {
	contentProblems,
	METADATA,
	metadataProblems,
	missingIcons,
	sizeProblems,
} from '../../run/setup/packageContent.cjs';

const manifest = {
	version: '1.2.3',
	n8n: {
		nodes: ['dist/nodes/A/A.node.js'],
		credentials: ['dist/credentials/AApi.credentials.js'],
	},
};
const files = [
	'package.json',
	'README.md',
	'LICENSE.md',
	'index.js',
	'dist/nodes/A/A.node.js',
	'dist/nodes/A/A.node.json',
	'dist/credentials/AApi.credentials.js',
	'workflows-templates/a.json',
	...METADATA,
];
/** What the six files tell of a package like this. */
const metadata: Record<string, unknown> = {
	'dist/known/nodes.json': { a: { className: 'A', sourcePath: 'dist/nodes/A/A.node.js' } },
	'dist/known/credentials.json': {
		aApi: { className: 'AApi', sourcePath: 'dist/credentials/AApi.credentials.js' },
	},
	'dist/types/nodes.json': [{ name: 'a', communityNodePackageVersion: '1.2.3' }],
};

describe('the content of the package', () => {
	it('is right when everything is there and nothing else', () => {
		expect(contentProblems(files, manifest)).toEqual([]);
	});

	it.each(files.filter((file) => !file.startsWith('workflows')))('misses %s', (file) => {
		const rest = files.filter((other) => other !== file);
		expect(contentProblems(rest, manifest)).toEqual([`missing: ${file}`]);
	});

	it.each([
		'test/a.js',
		'dist/nodes/A/A.node.ts',
		'dist/tsconfig.tsbuildinfo',
		'dist/nodes/.env',
		'gulpfile.js',
	])('may not hold %s', (file) => {
		expect(contentProblems([...files, file], manifest)).toEqual([
			`does not belong into the package: ${file}`,
		]);
	});

	it('may not hold a node that package.json does not list', () => {
		expect(contentProblems([...files, 'dist/nodes/B/B.node.js'], manifest)).toEqual([
			'not listed under n8n in package.json: dist/nodes/B/B.node.js',
		]);
	});

	it('has metadata that tell what package.json tells', () => {
		expect(metadataProblems(manifest, (file) => metadata[file])).toEqual([]);
	});

	it.each([
		['a node of an earlier build', 'dist/known/nodes.json', { b: { sourcePath: 'dist/nodes/B/B.node.js' } }],
		['no credential', 'dist/known/credentials.json', {}],
		['an earlier version', 'dist/types/nodes.json', [{ name: 'a', communityNodePackageVersion: '1.2.2' }]],
		['no description', 'dist/types/nodes.json', []],
		['nothing at all', 'dist/known/nodes.json', undefined],
	])('may not have metadata that tell of %s', (_, wrong, content) => {
		const read = (file: string) => (file === wrong ? content : metadata[file]);
		expect(metadataProblems(manifest, read)).toEqual([
			expect.stringContaining(`${wrong} does not fit package.json`),
		]);
	});

	it.each([
		[5_000, 0],
		[5_001, 1],
	])('of two operations may have 5,000 bytes packed: %p', (bytes, faults) => {
		const operation = (options: unknown[]) => ({
			properties: [{ name: 'resource' }, { name: 'operation', options }],
		});
		expect(sizeProblems(bytes, [operation([{}]), operation([{}]), {}])).toHaveLength(faults);
	});

	it('names icons that are not there, relative to the file that names them', () => {
		const source = "icon: { light: 'file:a.svg', dark: 'file:../A/a.dark.svg' }";
		const present = new Set(['dist/nodes/A/a.svg']);
		expect(missingIcons('dist/nodes/A/A.node.js', source, present)).toEqual([
			'missing icon of dist/nodes/A/A.node.js: dist/nodes/A/a.dark.svg',
		]);
	});
});
