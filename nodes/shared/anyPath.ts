import type { Advice } from './errorText';

/** Letters of a part of a path that mean nothing but themselves (RFC 3986, section 3.3); a semicolon is none, since some servers read it as an end. */
const PART = /^(?:[\w\-.~!$&'()*+,=:@]|%[\da-f]{2})+$/i;

/** What a server could read as another way, once it is decoded: a step up, a further part, a second encoding. */
const LEADS_AWAY = /^\.+$|[/\\%?#;\p{Cc}]/u;

/** @returns undefined when it is no encoded text */
function decoded(part: string): string | undefined {
	try {
		return decodeURIComponent(part);
	} catch {
		return undefined;
	}
}

const isPart = (part: string): boolean => {
	const read = PART.test(part) ? decoded(part) : undefined;
	return read !== undefined && !LEADS_AWAY.test(read);
};

/** The parts of a path, decoded, the first one first. @param path begins with a slash */
export const partsOf = (path: string): string[] =>
	path
		.slice(1)
		.split('/')
		.map((part) => decoded(part) ?? part);

/**
 * The parts of a path that somebody entered, as they stand there. What signs in goes with every request, so that none of them may lead elsewhere.
 *
 * @param entered with or without a slash at its ends
 * @returns undefined when one of them could lead elsewhere
 */
export function plainParts(entered: string): string[] | undefined {
	const parts = entered.replace(/^\//, '').replace(/\/$/, '').split('/');
	return parts.every(isPart) ? parts : undefined;
}

/** What is wrong with a path that was refused. @param example how to enter it, where nothing else is wrong */
export const notBelow = (what: string, entered: string, example: string): Advice => ({
	what,
	next: entered.includes('?') ? 'Enter what follows the question mark under Query.' : example,
});
