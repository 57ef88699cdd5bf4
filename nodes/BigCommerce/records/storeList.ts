import type { IDataObject } from 'n8n-workflow';
import type { Given } from '../../shared/record/given';
import type { ListQuery, ListTable } from '../../shared/record/listing';
import type { Query } from '../../shared/serviceRequest';
import type { ScopeName } from '../transport/scopes';

type Sort = NonNullable<ListQuery['sort']>;

/** A list of the store. */
export interface StoreList extends ListTable {
	/** Below the store, with its version. */
	path: string;
	/** What an API account needs for it (BigCommerce reference 1.3); left out where every account may do it. */
	scope?: ScopeName;
	/** By what a row names itself, where that is not `id`; with a dot inside another. */
	idField?: string;
	/** The list comes whole, and takes neither page nor limit. */
	isUnpaged?: true;
	/** A row as people may see it, where the store shows more; left out: as it came. */
	told?(row: Given): IDataObject;
	/** How the store is told the order. */
	sorted(sort: Sort): Query;
}

/** `sort=id:asc`: V2 orders and V3 customers (reference 3.2, 6.1). */
export const inOneParameter = ({ by, direction }: Sort): Query => ({ sort: `${by}:${direction}` });

/** `sort=id&direction=asc`: the catalog (reference 4). */
export const inTwoParameters = ({ by, direction }: Sort): Query => ({ sort: by, direction });
