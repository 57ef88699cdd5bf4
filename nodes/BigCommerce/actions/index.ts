import { customer } from './customer';
import { link } from './link';
import { order } from './order';
import { orderMetafield } from './orderMetafield';
import { product } from './product';
import { productCustomField } from './productCustomField';
import { productImage } from './productImage';

/** Every resource of the node, by name. */
export const resources = [customer, link, order, orderMetafield, product, productCustomField, productImage];

export const firstResource = order;
