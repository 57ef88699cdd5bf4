// npm run models: writes the process models of the templates, from their one source each.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { require as load } from 'tsx/cjs/api';

const require = createRequire(import.meta.url);
const { ROOT } = require('./setup/project.cjs');
const { modelFiles } = load('./models/files.ts', import.meta.url);
const { SOURCES } = load('./models/sources/index.ts', import.meta.url);

const FOLDER = path.join(ROOT, 'workflows-templates/processes');

const changed = [];
for (const [name, text] of SOURCES.flatMap((source) => Object.entries(modelFiles(source)))) {
	const file = path.join(FOLDER, name);
	if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
	writeFileSync(file, text);
	changed.push(name);
}
console.log(changed.length ? `Written: ${changed.join(', ')}` : 'Everything is as it must be');
