/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { copyFileSync, cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { writeMetadata } from '../../run/setup/metadata.cjs';
import { ROOT } from '../../run/setup/project.cjs';
import { childEnvironment } from '../child';
import type { Places } from '../places';

const MULTIPLY = 'multiply.cjs';

const manifest = z.object({ n8n: z.object({ nodes: z.array(z.string()) }) });

/** Puts a class with `factor` times the operations in the place of a node file, on top of it. */
const enlarge = (folder: string, file: string, factor: number): void => {
	const place = path.join(folder, path.dirname(file));
	const name = path.basename(file, '.node.js');
	renameSync(path.join(folder, file), path.join(place, `${name}.original.js`));
	const multiply = path.relative(place, path.join(folder, 'dist', MULTIPLY)).replaceAll(path.sep, '/');
	writeFileSync(
		path.join(folder, file),
		`const original = require('./${name}.original.js');
const { multiplied } = require('${multiply}');
class ${name} extends original.${name} {
	constructor() {
		super();
		this.description = multiplied(this.description, ${factor});
	}
}
module.exports = { ${name} };
`,
	);
};

/**
 * Makes a package with more operations out of one: the resources of each node several times, and n8n's metadata of it made as the build
 * makes them. It is there to be loaded: the copies do nothing when executed.
 *
 * @param factor how many times the operations it shall have, at least 1
 * @returns its folder, inside n8n's user folder
 * @throws Error when n8n cannot load it
 */
export function makeLargePack(places: Places, factor: number): string {
	const { packFolder, userFolder } = places;
	const folder = path.join(userFolder, 'large-package');
	cpSync(packFolder, folder, { recursive: true });
	copyFileSync(path.join(ROOT, 'test/bench/load', MULTIPLY), path.join(folder, 'dist', MULTIPLY));
	const { n8n } = manifest.parse(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')));
	for (const file of n8n.nodes) enlarge(folder, file, factor);
	writeMetadata(folder, childEnvironment(places));
	return folder;
}
