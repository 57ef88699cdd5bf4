import { recordFieldsOf } from '../../shared/record/recordFields';
import { category } from '../records/category';
import { customerAddress } from '../records/customerAddress';
import { location } from '../records/location';
import { orderShippingAddress } from '../records/orderParts';
import { product } from '../records/product';
import { productVariant } from '../records/productVariant';
import { promotion } from '../records/promotion';

export const getRecordFields = recordFieldsOf({
	category,
	customerAddress,
	location,
	orderShippingAddress,
	product,
	productVariant,
	promotion,
});
