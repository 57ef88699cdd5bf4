/** A path template of one description, e.g. `/stores/{store_hash}/v2/orders/{order_id}`. */
export interface PathEntry {
	file: string;
	/** `v2` or `v3`, from the server's URL; `b2b` for B2B Edition, which has a host of its own */
	version: string;
	/** with the base path of the file's server */
	template: string;
	/** JSON pointer of the path item in its file */
	pointer: string;
}

const SERVER =
	/^servers:\s*\n(?:\s*#.*\n)*\s+- url: ['"]?https:\/\/api(-b2b)?\.bigcommerce\.com(\/[^'"\s]*?)\/?['"]?\s*$/m;
const PATH = /^ {2,4}(['"]?)(\/[^'"]*?)\1:[ \t]*$/gm;

const pathsBlock = (text: string) => /^paths:[ \t]*\n([\s\S]*?)(?=^\S|(?![\s\S]))/m.exec(text)?.[1] ?? '';

/**
 * Reads the path templates of a description from its text, because parsing forty files to look up one costs seconds.
 * Descriptions of other hosts (payments, shipping providers) have none.
 */
export function scanPaths(file: string, text: string): PathEntry[] {
	const [, host, base] = SERVER.exec(text) ?? [];
	if (base === undefined) return [];
	return [...pathsBlock(text).matchAll(PATH)].map(([, , path]) => ({
		file,
		version: host ? 'b2b' : (base.split('/').at(-1) ?? ''),
		template: `${base}${path}`,
		pointer: `/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}`,
	}));
}

/** Webhook scopes that a file of callback schemas describes. */
export const scanScopes = (text: string) =>
	[...text.matchAll(/^ {2}(['"]?)(store\/[^'":\s]+)\1:[ \t]*$/gm)].map(([, , scope]) => scope);

const PARAMETER = /^\{(.+)\}$/;

const segments = (path: string) => path.split('/');

/** Values of the path parameters (decoded) when the path fits the template. */
export function matchTemplate(template: string, path: string): Record<string, string> | undefined {
	const wanted = segments(template);
	const given = segments(path);
	if (wanted.length !== given.length) return undefined;
	const values: Record<string, string> = {};
	for (const [index, segment] of wanted.entries()) {
		const name = PARAMETER.exec(segment)?.[1];
		if (name === undefined && segment !== given[index]) return undefined;
		if (name === undefined) continue;
		if (given[index] === '') return undefined;
		values[name] = decodeURIComponent(given[index]);
	}
	return values;
}

const shape = (template: string) =>
	segments(template)
		.map((segment) => (PARAMETER.test(segment) ? 1 : 0))
		.join('');

/** Sort order: a literal segment goes before a parameter (`/orders/count` before `/orders/{order_id}`); 0 = equally specific. */
export const compareSpecificity = (left: string, right: string) => shape(left).localeCompare(shape(right));
