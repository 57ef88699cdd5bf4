/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { lendPatience } from './patientRegex';
import { ROOT } from './userFolder';
import { LazyPackageDirectoryLoader, PackageDirectoryLoader } from 'n8n-core';

lendPatience();

/** The folder of the package to test: the project, or an unpacked tarball of it. */
export const PACK = process.env.ENGINE_PACK ?? ROOT;

/**
 * Loads the whole built package, as n8n does when it is installed in the editor: by the lists in its package.json.
 *
 * @throws Error when it was not built, or a listed file is missing
 */
export async function loadPack(): Promise<PackageDirectoryLoader> {
	const loader = new PackageDirectoryLoader(PACK);
	await loader.loadAll();
	return loader;
}

/**
 * Loads of the built package what n8n loads at its start: its metadata, and its credentials.
 *
 * @throws Error when n8n would silently load everything in its place
 */
export async function loadPackLazily(): Promise<PackageDirectoryLoader> {
	const loader = new LazyPackageDirectoryLoader(PACK);
	await loader.loadAll();
	if (!loader.isLazyLoaded) throw new Error('The metadata of the built package are missing or broken');
	for (const name of Object.keys(loader.known.credentials)) loader.getCredential(name);
	return loader;
}
