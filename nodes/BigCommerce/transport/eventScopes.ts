import type { Access, FurtherScope, ScopeName } from './scopes';

/** What an API account needs to hear of an event. */
export interface EventRight {
	scope: ScopeName | FurtherScope;
	access: Access;
}

/**
 * Which scope reads what an event is about, the narrower before the wider (BigCommerce reference 1.3, 12.3, 12.4). An event about metafields of any owner names none: it depends
 * on the owner.
 */
const READ_BY: ReadonlyArray<readonly [RegExp, ScopeName | FurtherScope]> = [
	[/^store\/channel\/[^/]+\/order\//, 'Orders'],
	[/^store\/(order|shipment)\//, 'Orders'],
	[/^store\/(customer|subscriber)\//, 'Customers'],
	[/^store\/channel\/[^/]+\/cart\//, 'Carts'],
	[/^store\/cart\//, 'Carts'],
	[/^store\/channel\/metafield\//, 'Channel Settings'],
	[/^store\/channel\/[^/]+\/(category|categoryTree|inventory|product)\//, 'Products'],
	[/^store\/(brand|category|modifier|option|priceLists?|product|sku)\//, 'Products'],
	[/^store\/channel\/[^/]+$/, 'Channel Settings'],
	[/^store\/inventory\/location\//, 'Store Locations'],
	[/^store\/(information|store)\//, 'Information & Settings'],
	[/^store\/redirects\//, 'Content'],
];

/** Events of B2B Edition; who registers them must be allowed to change (reference 12.5). */
const B2B_EVENT = /^store\/(company|superadmin|quote)\//;

/**
 * What an API account needs for an event, and for the webhook that tells of it: that is of use only to who may read what it is about (BigCommerce reference 1.3).
 *
 * @param event a scope of webhooks, also one that covers several: `store/order/*`
 * @returns undefined where it depends on what the event is about, or nothing is read
 */
export function rightFor(event: string): EventRight | undefined {
	if (B2B_EVENT.test(event)) return { scope: 'B2B Edition', access: 'modify' };
	const scope = READ_BY.find(([events]) => events.test(event))?.[1];
	return scope && { scope, access: 'read-only' };
}
