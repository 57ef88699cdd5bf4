import omit from 'lodash/omit';
import { choice, type Fields } from '../../shared/record/field';
import { forChange, type Written } from '../../shared/record/written';
import { product } from './product';
import { CONTENT_PARTS } from './productContent';

const AVAILABILITY = 'Availability (Available Unless It Is a Pre-Order)';

const SOLD = [
	{ name: 'Available', value: 'available' },
	{ name: 'Preorder', value: 'preorder' },
];

/** How a withdrawn product stands, whose fields are mapped as they were read: no wish for one that is published. */
export const WITHDRAWN = 'disabled';

/**
 * What can be set on a product while it is published. Not what hangs on it: sent with the product, it is added each time, and what stood before cannot be put back by it (BigCommerce reference 7.1); it has resources
 * of its own. Nor what says whether shoppers see it, nor a brand by its name, which the store does not give back.
 */
export const publishedProduct: Written = {
	one: 'product',
	isWide: true,
	required: {},
	further: {
		...omit(forChange(product), [...CONTENT_PARTS, 'brand_name', 'is_visible']),
		availability: choice(AVAILABILITY, '', SOLD),
	},
	onlyNew: {},
};

/** What is read of the item: also how a withdrawn product stands, which is not offered. */
export const publishedFields: Fields = {
	...forChange(publishedProduct),
	availability: choice(AVAILABILITY, '', [...SOLD, { name: 'Disabled', value: WITHDRAWN }]),
};
