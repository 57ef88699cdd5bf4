import { customer as customerRecord } from '../customer';
import { product as productRecord } from '../product';
import { OWNERS } from '../../transport/owners';
import { onItself } from '../../transport/carriers';
import type { ObjectType } from './objectType';
import { order } from './order';
import { plain } from './plain';

/** Everything that people can decide about, in the order of the list. */
export const OBJECT_TYPES: readonly ObjectType[] = [
	plain('customer', {
		record: customerRecord,
		carrier: onItself(OWNERS.customer),
		page: (id) => `/manage/customers/${id}/edit`,
	}),
	order,
	plain('product', {
		record: productRecord,
		carrier: onItself(OWNERS.product),
		page: (id) => `/manage/products/edit/${id}`,
	}),
];

/** @returns undefined when nobody can be asked about such a thing */
export const objectType = (value: string): ObjectType | undefined =>
	OBJECT_TYPES.find((type) => type.value === value);

export { order } from './order';
export type { ObjectType } from './objectType';
