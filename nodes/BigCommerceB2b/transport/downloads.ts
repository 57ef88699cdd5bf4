import type { IBinaryData } from 'n8n-workflow';
import { faultOfFile } from '../../shared/files/fileContent';
import { followLink, mayFollow } from '../../shared/files/followLink';
import { storeStream } from '../../shared/files/storeStream';
import type { ItemRun } from '../../shared/itemRun';
import { pause } from '../../shared/wait';
import type { B2bClient } from './B2bClient';

/** A file that lies in n8n's binary data. */
export interface DownloadedFile {
	binary: IBinaryData;
	name: string;
	mimeType: string;
	bytes: number;
	/** Of the bytes that were stored; 64 hexadecimal characters. */
	sha256: string;
}

/** Tries in all: an address may be good for a while only, so it is read anew for each. */
const TRIES = 3;

const RETRY_MS = 500;

const GONE = 410;

/** Where a file lies, and what it is called. */
export interface FileLink {
	name: string;
	url: string;
}

/** Why there is no file: what the storage answered with, 0 when the connection broke, and what is wrong with what came. */
interface Failed {
	status: number;
	fault?: string;
}

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
	for (let turn = 1; ; turn++) {
		const current = await read();
		const ended = await once(run, client, current);
		if ('binary' in ended) return ended;
		if (turn >= TRIES || !isPassing(ended)) throw run.refuse(failure(current, ended));
		await pause(run.functions, RETRY_MS * turn);
	}
}

/** A fresh address may help. */
const isPassing = ({ status }: Failed): boolean => status !== GONE;

async function once(
	run: ItemRun,
	client: B2bClient,
	{ name, url }: FileLink,
): Promise<DownloadedFile | Failed> {
	const { baseUrl } = await client.store();
	const followed = await followLink(run.functions, url, (next) => mayFollow(next, baseUrl));
	if (followed.refused) {
		throw run.refuse({
			what: `The address of file "${name}" does not begin with https`,
			next: 'Look at the file in B2B Edition: nothing was asked for there.',
		});
	}
	if (!followed.body) return followed;
	const stored = await storeStream(run.functions, followed.body, name, undefined, {
		length: followed.length,
		faultOf: (head) => faultOfFile(head, name.split('.').at(-1)?.toLowerCase()),
	});
	return 'binary' in stored
		? { ...stored, name: stored.binary.fileName ?? name, mimeType: stored.binary.mimeType }
		: { status: 0, fault: stored.fault };
}

const failure = ({ name }: FileLink, { status, fault }: Failed) => {
	const broken = status ? `the storage answered with status ${status}` : 'the connection broke';
	return {
		what: `File "${name}" ${fault ?? `could not be downloaded: ${broken}`}`,
		next: 'It was not kept. Run this item again in a while; whether this n8n may reach the host of the file, your administrator knows.',
	};
};
