// The layer "package": what the tarball holds, and n8n's own publication analysis of the sources and of the unpacked tarball.
// Plain JavaScript, since the analyser is an ES module without types.
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';
import { extract, list } from 'tar';

const require = createRequire(import.meta.url);
const { CACHE, ROOT } = require('./setup/project.cjs');
const { packTarball } = require('./setup/pack.cjs');
const {
	contentProblems,
	metadataProblems,
	missingIcons,
	sizeProblems,
} = require('./setup/packageContent.cjs');

/** n8n lints the attested source and the published .js and package.json, with inline disable comments ignored (n8n guide 18). */
const PUBLISHED_FILE_PATTERNS = ['**/*.js', 'package.json'];

const namesIn = async (file) => {
	const names = [];
	await list({
		file,
		onReadEntry: (entry) => entry.type === 'File' && names.push(entry.path.replace(/^package\//, '')),
	});
	return names;
};

const tarball = await packTarball();
const unpacked = path.join(CACHE, 'unpacked');
rmSync(unpacked, { recursive: true, force: true });
mkdirSync(unpacked, { recursive: true });
await extract({ file: tarball, cwd: unpacked, strip: 1 });

const files = await namesIn(tarball);
const text = (file) => readFileSync(path.join(unpacked, file), 'utf8');
const manifest = JSON.parse(text('package.json'));
const { nodes, credentials } = manifest.n8n;
const present = [...nodes, ...credentials].filter((file) => files.includes(file));
const problems = [
	...contentProblems(files, manifest),
	...metadataProblems(manifest, (file) => (files.includes(file) ? JSON.parse(text(file)) : undefined)),
	...sizeProblems(statSync(tarball).size, JSON.parse(text('dist/types/nodes.json'))),
	...present.flatMap((file) => missingIcons(file, text(file), new Set(files))),
];

for (const [what, folder, patterns] of [
	['sources', ROOT, SOURCE_FILE_PATTERNS],
	['tarball', unpacked, PUBLISHED_FILE_PATTERNS],
]) {
	const { passed, message, details } = await analyzePackage(folder, patterns);
	if (!passed) problems.push(`n8n's analysis of the ${what}: ${message}\n${details ?? ''}`);
}

process.stdout.write(`${path.relative(ROOT, tarball)}: ${files.length} files\n`);
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
