import type { Query } from '../../shared/serviceRequest';
import { PAGE_SIZE } from '../transport/lists';
import type { ScopeName } from '../transport/scopes';
import type { StoreClient } from '../transport/StoreClient';
import { recordIn, type SweptKind, type SweptSource } from './sweptKind';

/** A record of the store whose list is filtered by time (BigCommerce reference 2.3, 12.1). */
interface StoreKind extends SweptKind {
	path: string;
	scope: ScopeName;
	/** What asks for the oldest change first; left out where the list cannot be sorted by it. */
	oldestFirst?: Query;
}

const kind = (
	name: string,
	words: string,
	rest: Omit<StoreKind, 'changes' | 'name' | 'object' | 'words'>,
) => ({
	name,
	words,
	object: name,
	changes: ['updated'],
	...rest,
});

/**
 * References 6.1, 7.1, 9.1 and 11.3. Carts have no list; addresses, categories, shipments and stock have none that is filtered by time; the description of the list of subscribers
 * demands an id.
 */
export const STORE_KINDS: readonly StoreKind[] = [
	kind('channel', 'channels', { named: 'id', path: '/v3/channels', scope: 'Channel Settings' }),
	kind('customer', 'customers', {
		named: 'id',
		path: '/v3/customers',
		scope: 'Customers',
		oldestFirst: { sort: 'date_modified:asc' },
	}),
	kind('priceList', 'price lists', { named: 'price_list_id', path: '/v3/pricelists', scope: 'Products' }),
	kind('product', 'products', {
		named: 'id',
		path: '/v3/catalog/products',
		scope: 'Products',
		oldestFirst: { sort: 'date_modified', direction: 'asc' },
		restless: ['view_count'],
	}),
];

/** What reads the changes of one kind. */
export const inStore = (
	client: StoreClient,
	{ path, scope, oldestFirst, ...one }: StoreKind,
): SweptSource => ({
	kind: one,
	list: {
		pages: (query) => client.pages({ path, query, subject: { name: `the list of ${one.words}`, scope } }),
		pageSize: PAGE_SIZE,
		since: (at) => ({ 'date_modified:min': new Date(at).toISOString() }),
		oldestFirst,
		rowsOf: (rows) => rows.map((row) => recordIn(one, row)),
		keyOf: ({ id }) => String(id),
	},
});
