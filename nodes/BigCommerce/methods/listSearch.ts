import { customer } from '../records/customer';
import { metafields, METAFIELD_LOCATOR } from '../records/metafield';
import { orders, ORDER_LOCATOR } from '../records/order';
import { product } from '../records/product';
import { productCustomField, productImage, productVideo } from '../records/productParts';
import { searchOf } from './searchOf';

const order = { ...orders, locator: ORDER_LOCATOR };

/** Newest first. */
export const searchOrders = searchOf(order, { sort: 'id:desc' });

/** The metafields of the order that is chosen in the node. */
export const searchOrderMetafields = searchOf({
	...metafields,
	path: '/v3/orders/{id}/metafields',
	scope: orders.scope,
	below: order,
	locator: METAFIELD_LOCATOR,
});

export const searchCustomers = searchOf(customer);

export const searchProducts = searchOf(product);

export const searchProductCustomFields = searchOf(productCustomField);

export const searchProductImages = searchOf(productImage);

export const searchProductVideos = searchOf(productVideo);

export { searchLinks } from './searchLinks';
