// npm run names: writes down every name that saved workflows depend on. Run it before a release, so that what it brings is held from then on.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { require as load } from 'tsx/cjs/api';

const require = createRequire(import.meta.url);
const { ROOT } = require('./setup/project.cjs');
const { n8n } = require('../../package.json');
const { namesOf } = load('./names/namesOf.ts', import.meta.url);

const names = n8n.nodes.flatMap((built) => {
	const file = path.join(ROOT, built.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
	const { [path.basename(file, '.node.ts')]: Node } = load(file, import.meta.url);
	return namesOf(new Node().description);
});
writeFileSync(path.join(ROOT, 'test/run/names/held.txt'), `${names.join('\n')}\n`);
console.log(`${names.length} names are held`);
