import { LARGE_BYTES } from './finishing';
import type { Parts } from './parts';
import { toPdf } from './pdf';
import type { DocumentRecord, StoredFile } from './types';

/** Extensions of what a `file_from_url` may be, by its content type (Core Signature reference 5.1). */
const EXTENSIONS: Record<string, string> = {
	'application/pdf': '.pdf',
	'text/plain': '.txt',
	'text/html': '.html',
};

const FETCH_TIMEOUT_MS = 15_000;

const isLoopback = ({ hostname }: URL) => hostname === 'localhost' || hostname === '127.0.0.1';

/** Downloads the public file of a document; the sandbox itself only goes to this machine. */
async function fetchSource({ files }: Parts, address: string): Promise<StoredFile> {
	const url = new URL(address);
	if (!isLoopback(url)) throw new Error('The sandbox fetches from this machine only');
	const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
	if (!response.ok) throw new Error(`The file was answered ${response.status}`);
	const name = decodeURIComponent(url.pathname.split('/').at(-1) ?? '') || 'document';
	const [type] = (response.headers.get('content-type') ?? '').split(';');
	const extension = EXTENSIONS[type.trim().toLowerCase()] ?? '';
	const full = name.toLowerCase().endsWith(extension) ? name : `${name}${extension}`;
	return await files.add(full, new Uint8Array(await response.arrayBuffer()));
}

const isHtml = ({ name }: StoredFile) => /\.html?$/i.test(name);

/**
 * Makes the PDF that signers see.
 * @returns the files; null when the content cannot be converted, such as a file called `broken.*` (reference 8.1)
 */
export async function convert(parts: Parts, { origin, source: uploaded }: DocumentRecord) {
	const { files, state } = parts;
	try {
		const source = uploaded ?? (await fetchSource(parts, origin.url ?? ''));
		const refused = isHtml(source) && origin.url === null && !state.data.switches.acceptHtmlContent;
		if (refused || /^broken\./i.test(source.name)) return null;
		const name = source.name.replace(/\.[^.]+$/, '');
		// a large PDF is taken as it is
		if (source.bytes > LARGE_BYTES && source.type === 'application/pdf') {
			return { source, converted: source, text: null };
		}
		const { pdf, text } = await toPdf(await files.read(source), source.name);
		return {
			source,
			converted: await files.add(`${name}.pdf`, pdf),
			text: await files.add(`${name}.txt`, Buffer.from(text)),
		};
	} catch {
		return null;
	}
}
