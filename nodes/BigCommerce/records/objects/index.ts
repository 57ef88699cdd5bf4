import { fieldsIn } from '../../../shared/record/given';
import { brand } from '../brand';
import { cart } from '../cart';
import { category } from '../category';
import { channel } from '../channel';
import { coupon } from '../coupon';
import { customer } from '../customer';
import { customerGroup } from '../customerGroup';
import { location } from '../location';
import { priceList } from '../priceList';
import { product } from '../product';
import { CONTENT_PARTS, contentVersion } from '../productContent';
import { productVariant } from '../productVariant';
import { promotion } from '../promotion';
import { OWNERS } from '../../transport/owners';
import { onCart, onDefaultChannel, onItself, onVariant } from '../../transport/carriers';

import type { ObjectType } from './objectType';
import { order } from './order';
import { plain } from './plain';

/** A channel is never removed: its status says that it is put away (BigCommerce reference 11.3). */
const PUT_AWAY: ReadonlySet<unknown> = new Set(['archived', 'deleted', 'terminated']);

/** Everything that people can decide about, in the order of the list. */
export const OBJECT_TYPES: readonly ObjectType[] = [
	plain('brand', { record: brand, carrier: onItself(OWNERS.brand) }),
	plain('cart', {
		record: cart,
		carrier: onCart,
		// As the store writes it: it stands in keys, which are compared letter by letter.
		textId: {
			pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
			is: 'a UUID in small letters',
			like: '7e48f7ef-2e88-4817-aea4-b0ed01490114',
		},
	}),
	plain('category', { record: category, carrier: onItself(OWNERS.category) }),
	plain('channel', {
		record: channel,
		carrier: onItself(OWNERS.channel),
		isArchived: (object) => PUT_AWAY.has(fieldsIn(channel.properties, object).status),
	}),
	plain('coupon', {
		record: coupon,
		carrier: onDefaultChannel,
		textId: {
			pattern: /^[A-Za-z0-9_-]([A-Za-z0-9_ -]{0,48}[A-Za-z0-9_-])?$/,
			is: 'a coupon code of at most 50 letters, digits, spaces, _ and -',
			like: 'WELCOME',
		},
	}),
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
		parts: CONTENT_PARTS,
	}),
	plain('promotion', { record: promotion, carrier: onDefaultChannel }),
	plain('variant', { record: productVariant, carrier: onVariant }),
];

/** @returns undefined when nobody can be asked about such a thing */
export const objectType = (value: string): ObjectType | undefined =>
	OBJECT_TYPES.find((type) => type.value === value);

export { order } from './order';
export type { ObjectType } from './objectType';
