import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { searchCustomers, searchProducts } from '../../BigCommerce/methods/listSearch';

const SEARCHES: Readonly<Record<string, typeof searchCustomers>> = {
	customer: searchCustomers,
	product: searchProducts,
};

/** The list of whatever type is chosen in the node; orders have a list of their own. */
export async function searchObjects(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const { [String(this.getCurrentNodeParameter('objectType'))]: search } = SEARCHES;
	return search ? await search.call(this, filter, paginationToken) : { results: [] };
}
