import { customer } from '../records/customer';
import { customerAddress } from '../records/customerAddress';
import { customerAttribute } from '../records/customerAttribute';
import { customerGroup } from '../records/customerGroup';
import { order } from '../records/order';
import { product } from '../records/product';
import { productCustomField, productImage, productVideo } from '../records/productParts';
import { searchOf } from './searchOf';

/** Newest first. */
export const searchOrders = searchOf(order, { sort: 'id:desc' });

export const searchCustomers = searchOf(customer);

export const searchCustomerAddresses = searchOf(customerAddress);

export const searchCustomerAttributes = searchOf(customerAttribute);

export const searchCustomerGroups = searchOf(customerGroup);

export const searchProducts = searchOf(product);

export const searchProductCustomFields = searchOf(productCustomField);

export const searchProductImages = searchOf(productImage);

export const searchProductVideos = searchOf(productVideo);

export { searchLinks } from './searchLinks';
export { searchMetafields } from './searchMetafields';
