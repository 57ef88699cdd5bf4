import type { IExecuteFunctions } from 'n8n-workflow';
import { areBothLoopback } from '../hosts';
import { brokenConnection } from '../exchange';
import { isRecord } from '../isRecord';
import { isNodeStream, type NodeStream } from './storeStream';

/** How following a pre-signed link ended. */
export interface Followed {
	/** HTTP status; 0 when the connection broke. */
	status: number;
	/** The file, when the status is good; nobody has read of it yet. */
	body?: NodeStream;
	/** As the storage names it, without parameters. */
	mimeType?: string;
	/** How many bytes the file has, as the storage announces it; undefined when it does not, or packs them. */
	length?: number;
	/** The link, or where it leads to, may not be followed. */
	refused?: boolean;
}

const TIMEOUT_MS = 90_000;

/** A link may lead on to the storage that holds the file. */
const MOST_REDIRECTS = 3;

/**
 * Asks for the file behind a pre-signed link. No token goes with it: storages refuse what is authorised twice, and the host of the link need not be the service's.
 *
 * @param functions n8n's functions
 * @param mayFollow whether an address may be asked; redirects are checked like the link itself
 */
export async function followLink(
	functions: IExecuteFunctions,
	link: string,
	mayFollow: (address: string) => boolean,
): Promise<Followed> {
	let url = link;
	for (let redirects = 0; mayFollow(url); redirects++) {
		const answer = await ask(functions, url);
		if (!answer.location || redirects >= MOST_REDIRECTS) return answer;
		if (!URL.canParse(answer.location, url)) return { status: answer.status };
		url = new URL(answer.location, url).href;
	}
	return { status: 0, refused: true };
}

async function ask(functions: IExecuteFunctions, url: string): Promise<Followed & { location?: string }> {
	try {
		const answer: unknown = await functions.helpers.httpRequest({
			method: 'GET',
			url,
			encoding: 'stream',
			// The announced length is then that of the file.
			headers: { 'Accept-Encoding': 'identity' },
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: TIMEOUT_MS,
		});
		return readAnswer(answer);
	} catch (error) {
		return brokenOrThrow(error);
	}
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function readAnswer(answer: unknown): Followed & { location?: string } {
	if (!isRecord(answer) || !isRecord(answer.headers)) return { status: 0 };
	const { statusCode, headers } = answer;
	const status = Number(statusCode);
	const body: unknown = answer.body;
	if (!isNodeStream(body)) return { status: status >= 300 ? status : 0 };
	if (status >= 200 && status < 300) {
		const mimeType = text(headers['content-type'])?.split(';')[0]?.trim();
		return { status, body, mimeType, length: announcedLength(headers) };
	}
	body.destroy();
	return { status, location: status >= 300 && status < 400 ? text(headers.location) : undefined };
}

/** How many bytes a file has by its headers; undefined when they do not tell, or it is packed. */
export function announcedLength(headers: Readonly<Record<string, unknown>>): number | undefined {
	const announced = text(headers['content-length'])?.trim() ?? '';
	return /^\d+$/.test(announced) && !headers['content-encoding'] ? Number(announced) : undefined;
}

function brokenOrThrow(error: unknown): Followed {
	if (brokenConnection(error)) return { status: 0 };
	throw error;
}

/**
 * Whether a pre-signed link may be followed: by https, or within this machine when the service itself is a test double on it. No token goes with it, whatever its host.
 *
 * @param link as the service gave it
 * @param address of the service
 */
export function mayFollow(link: string, address: string): boolean {
	if (!URL.canParse(link)) return false;
	return link.startsWith('https://') || areBothLoopback(link, address);
}
