/**
 * Orders names as people read them, capitals and small letters alike. Not `localeCompare`: its first call loads the tables of every language,
 * which takes longer than loading the rest of a node.
 */
export function compareNames(a: string, b: string): number {
	const [left, right] = [a.toLowerCase(), b.toLowerCase()];
	return left < right ? -1 : Number(left > right);
}
