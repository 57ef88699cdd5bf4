import { notBelow, plainParts } from '../../shared/anyPath';
import type { Advice } from '../../shared/errorText';

/**
 * A path below the store, with its version (BigCommerce reference 2.1). Nothing in it leads elsewhere: the access token goes with every request.
 *
 * @param entered with or without a slash at its ends
 * @returns the path, or what is wrong with it
 */
export function pathBelowStore(entered: string): { path: string } | { fault: Advice } {
	const parts = plainParts(entered) ?? [];
	if (parts.length > 1 && /^v[23]$/.test(parts[0])) return { path: `/${parts.join('/')}` };
	const example =
		'Enter it as the manual names it behind the store hash, for example /v3/catalog/products/111, without host and steps upwards.';
	return {
		fault: notBelow('Path must be one below the store, with its version, and nothing else', entered, example),
	};
}
