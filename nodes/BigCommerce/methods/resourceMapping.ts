import { recordFieldsOf } from '../../shared/record/recordFields';
import { category } from '../records/category';
import { customerAddress } from '../records/customerAddress';
import { location } from '../records/location';
import { orderShippingAddress } from '../records/orderParts';
import { product } from '../records/product';
import { productVariant } from '../records/productVariant';
import { promotion } from '../records/promotion';
import { publishedProduct } from '../records/publishedProduct';

const { sku, ...further } = product.further;

/** A product as Create or Update asks for it, which decides by the SKU whether it is there. */
const productByKey = { ...product, required: { ...product.required, sku }, further };

export const getRecordFields = recordFieldsOf({
	category,
	customerAddress,
	location,
	orderShippingAddress,
	product,
	'product.publish': publishedProduct,
	'product.upsert': productByKey,
	productVariant,
	promotion,
});
