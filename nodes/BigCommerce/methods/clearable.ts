import { clearableFieldsOf } from '../../shared/record/changed';
import { brand } from '../records/brand';
import { category } from '../records/category';
import { customer } from '../records/customer';
import { customerAddress } from '../records/customerAddress';
import { location } from '../records/location';
import { orderShippingAddress, shipment } from '../records/orderParts';
import { product } from '../records/product';
import { productImage, productVideo } from '../records/productParts';
import { productVariant } from '../records/productVariant';
import { promotion } from '../records/promotion';

export const getClearableFields = clearableFieldsOf({
	brand,
	category,
	customer,
	customerAddress,
	location,
	orderShippingAddress,
	product,
	productImage,
	productVariant,
	productVideo,
	promotion,
	shipment,
});
