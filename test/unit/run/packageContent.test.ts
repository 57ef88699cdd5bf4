import { contentProblems, missingIcons } from '../../run/setup/packageContent.cjs';

const manifest = {
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
];

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

	it('names icons that are not there, relative to the file that names them', () => {
		const source = "icon: { light: 'file:a.svg', dark: 'file:../A/a.dark.svg' }";
		const present = new Set(['dist/nodes/A/a.svg']);
		expect(missingIcons('dist/nodes/A/A.node.js', source, present)).toEqual([
			'missing icon of dist/nodes/A/A.node.js: dist/nodes/A/a.dark.svg',
		]);
	});
});
