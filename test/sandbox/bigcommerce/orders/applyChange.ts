import { ApiError } from '../errors';
import { money, wholeSeconds } from '../format';
import type { FeeChange, OrderChange, ShippingAddressChange } from './changes';
import type { Fee, OrderFields, ShippingAddress, StoredOrder } from './types';

const difference = (incTax: string, exTax: string): string => money(Number(incTax) - Number(exTax));

/** Tax amounts follow the pairs they belong to. */
const withTaxes = (fields: OrderFields): OrderFields => ({
	...fields,
	subtotal_tax: difference(fields.subtotal_inc_tax, fields.subtotal_ex_tax),
	shipping_cost_tax: difference(fields.shipping_cost_inc_tax, fields.shipping_cost_ex_tax),
	handling_cost_tax: difference(fields.handling_cost_inc_tax, fields.handling_cost_ex_tax),
	wrapping_cost_tax: difference(fields.wrapping_cost_inc_tax, fields.wrapping_cost_ex_tax),
	total_tax: difference(fields.total_inc_tax, fields.total_ex_tax),
});

/** Any two of the three costs give the third (BigCommerce reference 3.3, fees). */
const costsOf = ({ cost_ex_tax, cost_inc_tax, cost_tax }: FeeChange) => {
	const tax = Number(cost_tax ?? 0);
	const exTax = Number(cost_ex_tax ?? Number(cost_inc_tax) - tax);
	const incTax = Number(cost_inc_tax ?? exTax + tax);
	return {
		base_cost: money(exTax),
		cost_ex_tax: money(exTax),
		cost_inc_tax: money(incTax),
		cost_tax: money(incTax - exTax),
	};
};

const feeOf = (change: FeeChange, id: number): Fee => ({
	id,
	type: change.type,
	display_name_customer: change.display_name_customer ?? change.display_name_merchant ?? '',
	display_name_merchant: change.display_name_merchant ?? change.display_name_customer ?? '',
	source: change.source,
	...costsOf(change),
	tax_class_id: change.tax_class_id,
});

/** `fees` replaces the whole list: left out is deleted, with `id` updated, without created (reference 3.4). */
function replaceFees(order: StoredOrder, changes: FeeChange[], newFeeId: () => number): Fee[] {
	return changes.map((change) => {
		if (change.id !== undefined && !order.fees.some(({ id }) => id === change.id)) {
			throw new ApiError(400, "The field 'fees.id' is invalid.");
		}
		return feeOf(change, change.id ?? newFeeId());
	});
}

/** With `id` that address, otherwise the one at the same place; fields that are left out stay. */
function changeAddresses(
	addresses: ShippingAddress[],
	changes: Array<ShippingAddressChange & { id?: number }>,
): ShippingAddress[] {
	const changed = [...addresses];
	changes.forEach((change, index) => {
		const place = change.id === undefined ? index : changed.findIndex(({ id }) => id === change.id);
		const address = changed[place];
		if (address === undefined) throw new ApiError(400, "The field 'shipping_addresses.id' is invalid.");
		changed[place] = { ...address, ...change, id: address.id };
	});
	return changed;
}

/** Setting one kind of IP address clears the other (reference 3.3). */
const ipAddresses = (change: OrderChange) => ({
	...(change.ip_address ? { ip_address_v6: '' } : {}),
	...(change.ip_address_v6 ? { ip_address: '' } : {}),
});

/**
 * The order after a partial PUT: what is left out stays. The stored order is not touched, so a refused change changes
 * nothing.
 * @param newFeeId gives the id of a new fee
 * @throws ApiError 400 for an id that is not on the order
 */
export function applyChange(order: StoredOrder, change: OrderChange, newFeeId: () => number): StoredOrder {
	const { fees, shipping_addresses, billing_address, date_created, ...fields } = change;
	return {
		...order,
		createdAt: date_created === undefined ? order.createdAt : wholeSeconds(date_created),
		fields: withTaxes({
			...order.fields,
			...fields,
			...ipAddresses(change),
			billing_address: { ...order.fields.billing_address, ...billing_address },
		}),
		shippingAddresses:
			shipping_addresses === undefined
				? order.shippingAddresses
				: changeAddresses(order.shippingAddresses, shipping_addresses),
		fees: fees === undefined ? order.fees : replaceFees(order, fees, newFeeId),
	};
}
