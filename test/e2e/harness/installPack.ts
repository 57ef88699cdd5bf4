/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { extract } from 'tar';

interface Manifest {
	name: string;
	version: string;
}

const manifestIn = async (tarball: string, folder: string): Promise<Manifest> => {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	await extract({ file: tarball, cwd: folder, strip: 1 });
	const manifest: Manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
	return manifest;
};

/**
 * Puts a packed node package where n8n's own installer puts it: `.n8n/nodes/node_modules/<package>` and a line in `.n8n/nodes/package.json`.
 * An older version of it is replaced.
 * @param userFolder n8n's user folder (N8N_USER_FOLDER); n8n must not be running
 * @param tarball path of the .tgz
 * @returns name and version of the package
 */
export const installPack = async (userFolder: string, tarball: string): Promise<Manifest> => {
	const nodes = path.join(userFolder, '.n8n/nodes');
	const unpacked = path.join(nodes, 'node_modules/.unpacking');
	const { name, version } = await manifestIn(tarball, unpacked);
	const target = path.join(nodes, 'node_modules', name);
	rmSync(unpacked, { recursive: true, force: true });
	await manifestIn(tarball, target);
	const listed = { name: 'installed-nodes', private: true, dependencies: { [name]: version } };
	writeFileSync(path.join(nodes, 'package.json'), JSON.stringify(listed, null, 2));
	return { name, version };
};
