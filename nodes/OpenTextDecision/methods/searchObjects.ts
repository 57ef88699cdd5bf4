import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { searchCompanies, searchQuotes } from '../../BigCommerceB2b/methods/listSearch';
import {
	searchBrands,
	searchCategories,
	searchChannels,
	searchCoupons,
	searchCustomerGroups,
	searchCustomers,
	searchLocations,
	searchPriceLists,
	searchProducts,
	searchProductVariants,
	searchPromotions,
} from '../../BigCommerce/methods/listSearch';

const SEARCHES: Readonly<Record<string, typeof searchCustomers>> = {
	brand: searchBrands,
	category: searchCategories,
	channel: searchChannels,
	company: searchCompanies,
	coupon: searchCoupons,
	customer: searchCustomers,
	customerGroup: searchCustomerGroups,
	location: searchLocations,
	priceList: searchPriceLists,
	product: searchProducts,
	promotion: searchPromotions,
	quote: searchQuotes,
	variant: searchProductVariants,
};

/** The list of whatever type is chosen in the node; orders have a list of their own, and the store lists no carts. */
export async function searchObjects(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const { [String(this.getCurrentNodeParameter('objectType'))]: search } = SEARCHES;
	return search ? await search.call(this, filter, paginationToken) : { results: [] };
}
