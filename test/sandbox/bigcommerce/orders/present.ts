import { SERVICE_PREFIXES } from '../../core/service';
import { STORE_HASH } from '../../core/fixtures';
import { rfc2822 } from '../format';
import { statusLabel } from './statuses';
import type { OrderProduct, ShippingAddress, StoredOrder } from './types';

/** Which sub-resources are embedded instead of linked: BigCommerce reference 3.2. */
export interface Includes {
	fees: boolean;
	consignments: boolean;
	/** also the line items of the consignments */
	lineItems: boolean;
}

export const NO_INCLUDES: Includes = { fees: false, consignments: false, lineItems: false };

/** Reads `include`; consignments also need `consignment_structure=object`. */
export function includesOf(query: Readonly<Record<string, string>>): Includes {
	const wanted = (query.include ?? '').split(',');
	const structured = query.consignment_structure === 'object';
	const lineItems = structured && wanted.includes('consignments.line_items');
	return {
		fees: wanted.includes('fees'),
		consignments: lineItems || (structured && wanted.includes('consignments')),
		lineItems,
	};
}

type Link = (resource: string) => { url: string; resource: string };

/** Shows stored orders the way V2 does. @param baseUrl address of the sandbox, asked when it is needed */
export class OrderPresenter {
	constructor(private readonly baseUrl: () => string) {}

	order(stored: StoredOrder, includes: Includes = NO_INCLUDES) {
		const { fields } = stored;
		const link = this.linker();
		const resource = `/orders/${fields.id}`;
		return {
			...fields,
			date_created: rfc2822(stored.createdAt),
			date_modified: rfc2822(stored.modifiedAt),
			status: statusLabel(fields.status_id),
			custom_status: statusLabel(fields.status_id),
			products: link(`${resource}/products`),
			shipping_addresses: link(`${resource}/shipping_addresses`),
			coupons: link(`${resource}/coupons`),
			fees: includes.fees ? stored.fees : link(`${resource}/fees`),
			consignments: includes.consignments
				? this.consignments(stored, includes.lineItems)
				: link(`${resource}/consignments`),
		};
	}

	shippingAddress(address: ShippingAddress) {
		return {
			...address,
			shipping_quotes: this.linker()(
				`/orders/${address.order_id}/shipping_addresses/${address.id}/shipping_quotes`,
			),
		};
	}

	consignments(stored: StoredOrder, withLineItems: boolean) {
		const link = this.linker();
		const lineItem = (product: OrderProduct) =>
			withLineItems ? product : link(`/orders/${product.order_id}/products/${product.id}`);
		return {
			pickups: [],
			shipping: stored.shippingAddresses.map(({ order_id, ...address }) => ({
				...address,
				base_cost: Number(address.base_cost),
				cost_ex_tax: Number(address.cost_ex_tax),
				cost_inc_tax: Number(address.cost_inc_tax),
				cost_tax: Number(address.cost_tax),
				base_handling_cost: Number(address.base_handling_cost),
				handling_cost_ex_tax: Number(address.handling_cost_ex_tax),
				handling_cost_inc_tax: Number(address.handling_cost_inc_tax),
				handling_cost_tax: Number(address.handling_cost_tax),
				line_items: stored.products
					.filter(({ order_address_id }) => order_address_id === address.id)
					.map(lineItem),
				shipping_quotes: link(`/orders/${order_id}/consignments/shipping/${address.id}/shipping_quotes`),
			})),
			downloads: [],
			email: { gift_certificates: [] },
		};
	}

	private linker(): Link {
		const root = `${this.baseUrl()}${SERVICE_PREFIXES.bigcommerce}/stores/${STORE_HASH}/v2`;
		return (resource) => ({ url: `${root}${resource}`, resource });
	}
}
