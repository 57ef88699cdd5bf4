// npm run docs: writes the parts of the documentation that follow from the operations and the records.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { require as load } from 'tsx/cjs/api';

const require = createRequire(import.meta.url);
const { ROOT } = require('./setup/project.cjs');
const { n8n } = require('../../package.json');
const { pagesOf } = load('./docs/pages.ts', import.meta.url);
const { recordFiles } = load('./docs/recordFiles.ts', import.meta.url);

const nodes = n8n.nodes.flatMap((built) => {
	const file = path.join(ROOT, built.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
	const folder = path.dirname(file);
	const actions = path.join(folder, 'actions/index.ts');
	if (file.endsWith('Trigger.node.ts') || !existsSync(actions)) return [];
	const { [path.basename(file, '.node.ts')]: Node } = load(file, import.meta.url);
	return [
		{
			folder: path.basename(folder),
			displayName: new Node().description.displayName,
			resources: load(actions, import.meta.url).resources,
			records: Object.assign({}, ...recordFiles(folder).map((record) => load(record, import.meta.url))),
		},
	];
});
const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
const pages = Object.entries(pagesOf(nodes, readme));
const changed = pages.filter(([file, text]) => {
	const target = path.join(ROOT, file);
	if (existsSync(target) && readFileSync(target, 'utf8') === text) return false;
	writeFileSync(target, text);
	return true;
});
console.log(
	changed.length ? `Written: ${changed.map(([file]) => file).join(', ')}` : 'Everything is as it must be',
);
