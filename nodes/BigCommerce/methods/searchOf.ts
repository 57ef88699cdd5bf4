import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { fieldsIn } from '../../shared/record/given';
import { searchPages } from '../../shared/record/searchPages';
import type { Query } from '../../shared/serviceRequest';
import type { StoreList } from '../records/storeList';
import type { StoreLocator } from '../records/storeRecord';
import { StoreClient } from '../transport/StoreClient';

const PAGE_SIZE = 50;

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** What a list search knows of a record. */
interface Searched extends Pick<
	StoreList,
	'path' | 'words' | 'scope' | 'properties' | 'idField' | 'isUnpaged'
> {
	locator: StoreLocator;
	/** The record that it hangs on. */
	below?: { locator: StoreLocator };
}

/** The id that stands in another locator of the node, once it is chosen. */
const chosenIn = (functions: ILoadOptionsFunctions, { name }: StoreLocator): string => {
	const id = String(functions.getCurrentNodeParameter(name, { extractValue: true }) ?? '');
	return /^\d+$/.test(id) ? id : '';
};

/**
 * The search of a resource locator: page by page, as the store finds what was typed.
 *
 * @param sort further query of the list
 * @returns the method for n8n; its `paginationToken` is the number of the next page as text (n8n 2.41 passes it on as a string)
 */
export const searchOf = (
	{ path, words, scope, properties, idField = 'id', isUnpaged, below, locator }: Searched,
	sort: Query = {},
): Search =>
	async function search(filter = '', paginationToken = '1') {
		const parent = below ? chosenIn(this, below.locator) : '';
		if (below && !parent) return { results: [] };
		const typed = filter.trim();
		const client = new StoreClient(this);
		// What the store cannot look for is looked for here.
		return await searchPages(locator.asked ? '' : typed, paginationToken, async (page) => {
			const { rows, more } = await client.page(
				{
					path: path.replace('{id}', parent),
					query: { ...sort, ...(typed && locator.asked?.(typed)) },
					...(idField !== 'id' && { idField }),
					isUnpaged,
					subject: { name: `the list of ${words}`, scope },
				},
				page,
				PAGE_SIZE,
			);
			const known = rows.map((row) => fieldsIn(properties, row));
			return { items: known.map((row) => ({ name: locator.named(row), value: String(row[idField]) })), more };
		});
	};
