/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { ROOT } from './userFolder';
import { PackageDirectoryLoader } from 'n8n-core';

/** The folder of the package to test: the project, or an unpacked tarball of it. */
export const PACK = process.env.ENGINE_PACK ?? ROOT;

/**
 * Loads the built package the way n8n does: by the lists in its package.json.
 *
 * @throws Error when it was not built, or a listed file is missing
 */
export async function loadPack(): Promise<PackageDirectoryLoader> {
	const loader = new PackageDirectoryLoader(PACK);
	await loader.loadAll();
	return loader;
}
