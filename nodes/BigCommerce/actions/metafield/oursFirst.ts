import orderBy from 'lodash/orderBy';
import type { Metafield } from '../../transport/metafield';

/** Only its owner sees one that is not shared, and only its owner may change one that is shared for reading: a try at another's changes nothing (BigCommerce reference 5.2, 5.3). */
const RANKS: ReadonlyMap<string | undefined, number> = new Map([
	['app_only', 0],
	['read', 1],
	['read_and_sf_access', 1],
]);

const SHARED_FOR_WRITING = 2;

/**
 * The metafields of one name, one for each API account that made one (reference 5.2), in the order in which they are tried. No call tells whose access token it has, so that the one that is
 * surely ours comes first, and those that the store changes for everybody last; of equal ones the newest: what another account has was there when ours was made.
 */
export const oursFirst = (fields: readonly Metafield[]): Metafield[] =>
	orderBy(
		fields,
		[
			({ permission_set: permissions }) => RANKS.get(permissions) ?? SHARED_FOR_WRITING,
			({ id }) => Number(id),
		],
		['asc', 'desc'],
	);
