import { searchesBy, type Searched } from '../../shared/record/searchOf';
import type { StoreList } from '../records/storeList';
import type { StoreLocator } from '../records/storeRecord';
import { StoreClient } from '../transport/StoreClient';

/** What a list search knows of a record of the store. */
type StoreSearched = Omit<Searched, 'locator'> &
	Pick<StoreList, 'path' | 'words' | 'scope' | 'properties' | 'idField' | 'isUnpaged'> & {
		locator: StoreLocator;
	};

/** The search of a resource locator. */
export const searchOf = searchesBy<StoreSearched>(
	async (functions, { path, query, words, scope, idField, isUnpaged }, page, size) =>
		await new StoreClient(functions).page(
			{ path, query, idField, isUnpaged, subject: { name: `the list of ${words}`, scope } },
			page,
			size,
		),
);
