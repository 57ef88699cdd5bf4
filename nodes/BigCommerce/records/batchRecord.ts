import type { Fields } from '../../shared/record/field';
import type { LocatorTable } from '../../shared/record/locator';
import type { StoreList } from './storeList';

/** A record that V3 takes and gives in arrays only (BigCommerce reference 6). */
export interface BatchRecord extends StoreList {
	/** What one is called in texts. */
	one: string;
	/** How many one call takes. */
	most: number;
	locator: LocatorTable & {
		/** What else names exactly one; `filter` is its query parameter. */
		key: { mode: string; label: string; like: string; field: string; filter: string };
	};
	/** What a new one must have. */
	required: Fields;
	/** What else can be set, at any time. */
	further: Fields;
	/** What can be set on a new one only. */
	onlyNew: Fields;
}
