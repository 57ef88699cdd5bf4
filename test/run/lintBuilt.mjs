// The second half of the layer "lint": fields that are made from tables hide their literals from n8n's linters, so that each node is linted once more with
// its parameters written out.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ESLint } from 'eslint';
import { format } from 'prettier';
import { require as load } from 'tsx/cjs/api';

const require = createRequire(import.meta.url);
const { ROOT } = require('./setup/project.cjs');
const { n8n } = require('../../package.json');

/** How a node's source names its parameters, the last part of its description. */
const COMPOSED = /^\t\tproperties: .+$/m;

/** @param {string} built file of a node @returns {Promise<{file: string, text: string}>} its source with the parameters as literals */
async function writtenOut(built) {
	const file = path.join(ROOT, built.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
	const { [path.basename(file, '.node.ts')]: Node } = load(file, import.meta.url);
	const source = readFileSync(file, 'utf8');
	if (!COMPOSED.test(source)) throw new Error(`${built}: its description has no line "properties: …,"`);
	const literal = JSON.stringify(new Node().description.properties);
	const text = source.replace(COMPOSED, () => `\t\tproperties: ${literal},`);
	return {
		file,
		text: await format(text, { parser: 'typescript', singleQuote: true, quoteProps: 'as-needed' }),
	};
}

// What the literal replaced is imported still.
const eslint = new ESLint({
	cwd: ROOT,
	overrideConfig: { rules: { '@typescript-eslint/no-unused-vars': 'off' } },
});
const results = [];
for (const built of n8n.nodes) {
	const { file, text } = await writtenOut(built);
	results.push(...(await eslint.lintText(text, { filePath: file })));
}
const faults = results.flatMap(({ messages }) => messages);
if (faults.length) console.log(await (await eslint.loadFormatter('stylish')).format(results));
console.log(`${results.length} nodes linted with their parameters written out, ${faults.length} faults`);
process.exitCode = faults.length ? 1 : 0;
