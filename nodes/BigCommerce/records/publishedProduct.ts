import omit from 'lodash/omit';
import { choice } from '../../shared/record/field';
import { forChange, type Written } from '../../shared/record/written';
import { product } from './product';
import { CONTENT_PARTS } from './productContent';

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
		availability: choice('Availability (Available Unless It Is a Pre-Order)', '', [
			{ name: 'Available', value: 'available' },
			{ name: 'Preorder', value: 'preorder' },
		]),
	},
	onlyNew: {},
};
