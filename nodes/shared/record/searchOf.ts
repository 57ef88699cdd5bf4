import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import type { Page } from '../paging';
import type { Query } from '../serviceRequest';
import type { Properties } from '../shape';
import { fieldsIn, type Given } from './given';
import { searchPages } from './searchPages';

/** How many rows are shown at a time. */
const PAGE_SIZE = 50;

export type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** What a list search knows of a record. */
export interface Searched {
	path: string;
	properties: Properties;
	/** By what a row names itself, where that is not `id`. */
	idField?: string;
	locator: {
		/** What the list is asked for by what was typed; left out where what was typed is looked for here. */
		asked?(typed: string): Query;
		/** How a row is called in the list. */
		named(row: object): string;
	};
	/** The record that it hangs on. */
	below?: { locator: { name: string } };
}

/** Reads one page of a list. @param number counted from 1 */
export type ReadPage<List> = (
	functions: ILoadOptionsFunctions,
	list: List & { path: string; query: Query },
	number: number,
	size: number,
) => Promise<Page<Given>>;

/** The id that stands in another locator of the node, once it is chosen. */
const chosenIn = (functions: ILoadOptionsFunctions, { name }: { name: string }): string => {
	const id = String(functions.getCurrentNodeParameter(name, { extractValue: true }) ?? '');
	return /^\d+$/.test(id) ? id : '';
};

/**
 * Makes the searches of resource locators: page by page, as the service finds what was typed.
 *
 * @param read reads a page of the service's list
 * @returns makes one search of a record. `sort` is further query of its list; the method is for n8n, and its `paginationToken` is the number of the next page as text (n8n 2.41 passes
 * it on as a string)
 */
export const searchesBy =
	<List extends Searched>(read: ReadPage<List>) =>
	(list: List, sort: Query = {}): Search =>
		async function search(filter = '', paginationToken = '1') {
			const { path, properties, idField = 'id', below, locator } = list;
			const parent = below ? chosenIn(this, below.locator) : '';
			if (below && !parent) return { results: [] };
			const typed = filter.trim();
			// What the service cannot look for is looked for here.
			return await searchPages(locator.asked ? '' : typed, paginationToken, async (page) => {
				const asked = {
					path: path.replace('{id}', parent),
					query: { ...sort, ...(typed && locator.asked?.(typed)) },
				};
				const { rows, more } = await read(this, { ...list, ...asked }, page, PAGE_SIZE);
				const known = rows.map((row): Readonly<Record<string, unknown>> => fieldsIn(properties, row));
				return {
					items: known.map((row) => ({ name: locator.named(row), value: String(row[idField]) })),
					more,
				};
			});
		};
