import type { ScopeName } from './scopes';

/** Which scope a path needs, the narrower before the wider (BigCommerce reference 1.3). */
const SCOPES: ReadonlyArray<readonly [RegExp, ScopeName]> = [
	[/^\/v3\/orders\/\d+\/transactions\b/, 'Order Transactions'],
	[/^\/v[23]\/(orders|order_statuses)\b/, 'Orders'],
	[/^\/v[23]\/(customers|customer_groups|segments|shopper-profiles)\b/, 'Customers'],
	[/^\/v3\/(catalog|pricelists)\b/, 'Products'],
	[/^\/v3\/promotions\b|^\/v2\/(coupons|gift_certificates|banners)\b/, 'Marketing'],
	[/^\/v2\/(store|time|currencies)\b|^\/v3\/(settings|store)\b/, 'Information & Settings'],
	[/^\/v3\/inventory\/locations\b/, 'Store Locations'],
	[/^\/v3\/inventory\b/, 'Store Inventory'],
	[/^\/v3\/channels(?!\/\d+\/listings)\b/, 'Channel Settings'],
	[/^\/v3\/carts\b/, 'Carts'],
];

/** The scope that a path needs; undefined where the reference names none for it. */
export const scopeOfPath = (path: string): ScopeName | undefined =>
	SCOPES.find(([paths]) => paths.test(path))?.[1];
