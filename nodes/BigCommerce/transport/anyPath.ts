import type { Advice } from '../../shared/errorText';

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

/** The parts of a path, decoded, its version first. */
export const partsOf = (path: string): string[] =>
	path
		.slice(1)
		.split('/')
		.map((part) => decoded(part) ?? part);

/**
 * A path below the store, with its version (BigCommerce reference 2.1). Nothing in it leads elsewhere: the access token goes with every request.
 *
 * @param entered with or without a slash at its ends
 * @returns the path, or what is wrong with it
 */
export function pathBelowStore(entered: string): { path: string } | { fault: Advice } {
	const trimmed = entered.replace(/^\//, '').replace(/\/$/, '');
	const parts = trimmed.split('/');
	const isBelow = /^v[23]$/.test(parts[0]) && parts.length > 1;
	if (isBelow && parts.every(isPart)) return { path: `/${trimmed}` };
	return {
		fault: {
			what: 'Path must be one below the store, with its version, and nothing else',
			next: entered.includes('?')
				? 'Enter what follows the question mark under Query.'
				: 'Enter it as the manual names it behind the store hash, for example /v3/catalog/products/111, without host and steps upwards.',
		},
	};
}
