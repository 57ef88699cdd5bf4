import pick from 'lodash/pick';
import type { IDataObject } from 'n8n-workflow';
import { fingerprint } from '../../shared/fingerprint';
import { sameValue } from './sameValue';

/** What shoppers read and pay of a product. Whether they see it at all is no part of it: a hidden product that is shown has the same content. */
const CONTENT = [
	...(['name', 'description', 'warranty', 'price', 'sale_price', 'categories', 'brand_id'] as const),
	...(['page_title', 'meta_description', 'meta_keywords', 'search_keywords'] as const),
];

/** Tells whether the content of a product is still the same: stock and sales, which change its date, do not count. */
export const contentVersion = (product: object): string =>
	fingerprint(CONTENT.map((name) => pick(product, name)));

/** What of the wanted values is not so yet. */
export const differing = (product: IDataObject, wanted: IDataObject): IDataObject =>
	Object.fromEntries(
		Object.entries(wanted).filter(([name, value]) => !sameValue(name, product[name], value)),
	);
