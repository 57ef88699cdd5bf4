import { customer } from './customer';
import { customerAddress } from './customerAddress';
import { customerAttribute } from './customerAttribute';
import { customerAttributeValue } from './customerAttributeValue';
import { customerGroup } from './customerGroup';
import { customerMetafield } from './customerMetafield';
import { link } from './link';
import { order } from './order';
import { orderMetafield } from './orderMetafield';
import { product } from './product';
import { productCustomField } from './productCustomField';
import { productImage } from './productImage';
import { productMetafield } from './productMetafield';
import { productVideo } from './productVideo';

/** Every resource of the node, by name. */
export const resources = [
	customer,
	customerAddress,
	customerAttribute,
	customerAttributeValue,
	customerGroup,
	customerMetafield,
	link,
	order,
	orderMetafield,
	product,
	productCustomField,
	productImage,
	productMetafield,
	productVideo,
];

export const firstResource = order;
