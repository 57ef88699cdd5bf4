import { customer } from './customer';
import { link } from './link';
import { order } from './order';
import { orderMetafield } from './orderMetafield';
import { product } from './product';
import { productCustomField } from './productCustomField';
import { productImage } from './productImage';
import { productVideo } from './productVideo';

/** Every resource of the node, by name. */
export const resources = [
	customer,
	link,
	order,
	orderMetafield,
	product,
	productCustomField,
	productImage,
	productVideo,
];

export const firstResource = order;
