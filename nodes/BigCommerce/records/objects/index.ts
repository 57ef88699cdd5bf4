import { brand } from '../brand';
import { category } from '../category';
import { customer } from '../customer';
import { customerGroup } from '../customerGroup';
import { location } from '../location';
import { priceList } from '../priceList';
import { product } from '../product';
import { contentVersion } from '../productContent';
import { promotion } from '../promotion';
import { OWNERS } from '../../transport/owners';
import { onDefaultChannel, onItself } from '../../transport/carriers';

import type { ObjectType } from './objectType';
import { order } from './order';
import { plain } from './plain';

/** Everything that people can decide about, in the order of the list. */
export const OBJECT_TYPES: readonly ObjectType[] = [
	plain('brand', { record: brand, carrier: onItself(OWNERS.brand) }),
	plain('category', { record: category, carrier: onItself(OWNERS.category) }),
	plain('customer', {
		record: customer,
		carrier: onItself(OWNERS.customer),
		page: (id) => `/manage/customers/${id}/edit`,
	}),
	plain('customerGroup', { record: customerGroup, carrier: onDefaultChannel }),
	plain('location', { record: location, carrier: onItself(OWNERS.location) }),
	order,
	plain('priceList', { record: priceList, carrier: onDefaultChannel }),
	plain('product', {
		record: product,
		carrier: onItself(OWNERS.product),
		page: (id) => `/manage/products/edit/${id}`,
		version: contentVersion,
	}),
	plain('promotion', { record: promotion, carrier: onDefaultChannel }),
];

/** @returns undefined when nobody can be asked about such a thing */
export const objectType = (value: string): ObjectType | undefined =>
	OBJECT_TYPES.find((type) => type.value === value);

export { order } from './order';
export type { ObjectType } from './objectType';
