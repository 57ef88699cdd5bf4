import type { INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

/** Pages that are looked through at a time, where the service cannot look for a part of a name itself. */
const MOST_PAGES = 5;

/**
 * Looks for rows with a text in their name, page by page, until one page has some.
 *
 * @param filter as it was entered; without one, every page has some
 * @param token the number of the first page as text (n8n 2.41 passes it on as a string)
 * @param read gives a page and whether there are more
 */
export async function searchPages(
	filter: string,
	token: string,
	read: (page: number) => Promise<{ items: INodeListSearchItems[]; more: boolean }>,
): Promise<INodeListSearchResult> {
	const wanted = filter.trim().toLowerCase();
	const first = Number(token);
	for (let page = first; page < first + MOST_PAGES; page++) {
		const { items, more } = await read(page);
		const results = items.filter(({ name }) => name.toLowerCase().includes(wanted));
		if (!more) return { results };
		if (results.length) return { results, paginationToken: String(page + 1) };
	}
	return { results: [], paginationToken: String(first + MOST_PAGES) };
}
