import {
	downloadFile as downloadLinked,
	hashFile,
	type Download,
	type DownloadedFile,
	type NotDownloaded,
} from '../../../shared/files/downloadFile';
import type { ItemRun } from '../../../shared/itemRun';
import type { B2bClient } from './B2bClient';

const GONE = 410;

/** Where a file lies, and what it is called. */
export interface FileLink {
	name: string;
	url: string;
}

const linkOf = (client: B2bClient, read: () => Promise<FileLink>): Download<FileLink> => ({
	address: async () => (await client.store()).baseUrl,
	file: ({ name, url }) => ({ link: url, name, extension: name.split('.').at(-1)?.toLowerCase() }),
	// An address may be good for a while only.
	again: (status) => (status === GONE ? 'never' : 'later'),
	reread: read,
});

/**
 * Downloads a file into n8n's binary data while its hash is taken. Its address is all that it takes (BigCommerce reference 13.2): the token of the store goes to the API alone, and
 * a good status is no good file.
 *
 * @param read gives its address anew
 * @throws NodeOperationError when it cannot be downloaded, or is empty, cut off or a page that says so
 */
export async function downloadFile(
	run: ItemRun,
	client: B2bClient,
	read: () => Promise<FileLink>,
): Promise<DownloadedFile> {
	const { source, ended } = await downloadLinked(run, await read(), linkOf(client, read));
	if ('binary' in ended) return ended;
	throw run.refuse(failure(source, ended));
}

/** The hash of a file, of which n8n keeps nothing. @returns undefined when it cannot be downloaded, so that nobody knows */
export async function hashAt(run: ItemRun, client: B2bClient, link: FileLink): Promise<string | undefined> {
	const source = linkOf(client, async () => await Promise.resolve(link));
	const { ended } = await hashFile(run, link, source);
	return 'sha256' in ended ? ended.sha256 : undefined;
}

function failure({ name }: FileLink, { status, fault, refused }: NotDownloaded) {
	if (refused) {
		return {
			what: `The address of file "${name}" does not begin with https`,
			next: 'Look at the file in B2B Edition: nothing was asked for there.',
		};
	}
	const broken = status ? `the storage answered with status ${status}` : 'the connection broke';
	return {
		what: `File "${name}" ${fault ?? `could not be downloaded: ${broken}`}`,
		next: 'It was not kept. Run this item again in a while; whether this n8n may reach the host of the file, your administrator knows.',
	};
}
