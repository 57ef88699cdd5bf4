import { brand } from '../records/brand';
import { category } from '../records/category';
import { categoryTree } from '../records/categoryTree';
import { channel } from '../records/channel';
import { couponCode } from '../records/couponCode';
import { customer } from '../records/customer';
import { customerAddress } from '../records/customerAddress';
import { customerAttribute } from '../records/customerAttribute';
import { customerGroup } from '../records/customerGroup';
import { hook } from '../records/hook';
import { location } from '../records/location';
import { order } from '../records/order';
import { priceListAssignment } from '../records/priceListAssignment';
import { orderProduct, orderShippingAddress, shipment } from '../records/orderParts';
import { priceList } from '../records/priceList';
import { product } from '../records/product';
import {
	productBulkPricingRule,
	productCustomField,
	productImage,
	productVideo,
} from '../records/productParts';
import { productVariant } from '../records/productVariant';
import { promotion } from '../records/promotion';
import { searchOf } from './searchOf';

/** Newest first. */
export const searchOrders = searchOf(order, { sort: 'id:desc' });

export const searchOrderProducts = searchOf(orderProduct);

export const searchOrderShippingAddresses = searchOf(orderShippingAddress);

export const searchShipments = searchOf(shipment);

export const searchCustomers = searchOf(customer);

export const searchCustomerAddresses = searchOf(customerAddress);

export const searchCustomerAttributes = searchOf(customerAttribute);

export const searchCustomerGroups = searchOf(customerGroup);

export const searchHooks = searchOf(hook);

export const searchLocations = searchOf(location);

export const searchPriceListAssignments = searchOf(priceListAssignment);

export const searchPriceLists = searchOf(priceList);

export const searchProducts = searchOf(product);

export const searchBrands = searchOf(brand);

export const searchProductBulkPricingRules = searchOf(productBulkPricingRule);

export const searchProductCustomFields = searchOf(productCustomField);

export const searchProductImages = searchOf(productImage);

export const searchProductVariants = searchOf(productVariant);

export const searchProductVideos = searchOf(productVideo);

export const searchCategories = searchOf(category);

export const searchCategoryTrees = searchOf(categoryTree);

export const searchChannels = searchOf(channel);

export const searchCouponCodes = searchOf(couponCode);

export const searchPromotions = searchOf(promotion);

export { searchCoupons } from './searchCoupons';
export { searchLinks } from './searchLinks';
export { searchMetafields } from './searchMetafields';
