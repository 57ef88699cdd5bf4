import type { FurtherScope, ScopeName } from './scopes';

/** Which scope a path needs, the narrower before the wider (BigCommerce reference 1.3, and what the descriptions of sites, settings and checkouts say). */
const SCOPES: ReadonlyArray<readonly [RegExp, ScopeName | FurtherScope]> = [
	[/^\/v3\/orders\/pickups\b/, 'Order Fulfillment'],
	[/^\/v3\/orders\/\d+\/transactions\b/, 'Order Transactions'],
	[/^\/v[23]\/(orders|order_statuses)\b/, 'Orders'],
	[/^\/v[23]\/(customers|customer_groups|segments|shopper-profiles)\b/, 'Customers'],
	[/^\/v3\/(catalog|pricelists)\b/, 'Products'],
	[/^\/v3\/promotions\b|^\/v2\/(coupons|gift_certificates|banners)\b/, 'Marketing'],
	[/^\/v3\/(content|storefront\/redirects|settings\/analytics)\b|^\/v2\/(blog|pages|redirects)\b/, 'Content'],
	[/^\/v2\/(store|time|currencies)\b|^\/v3\/(settings|store)\b(?!-)/, 'Information & Settings'],
	[/^\/v3\/inventory\/locations(?!\/\d+\/items\b)\b/, 'Store Locations'],
	[/^\/v3\/inventory\b/, 'Store Inventory'],
	[/^\/v3\/channels\/\d+\/listings\b/, 'Channel Listings'],
	[/^\/v3\/(channels\/\d+\/site|sites)\b/, 'Sites & Routes'],
	[/^\/v3\/channels\b/, 'Channel Settings'],
	[/^\/v3\/carts\b/, 'Carts'],
	[/^\/v3\/checkouts\b/, 'Checkouts'],
	[/^\/v3\/pickup\b/, 'Fulfillment Methods'],
	[/^\/v3\/payments\/methods\b|^\/v2\/payments\/methods\b/, 'Payments - Get accepted methods'],
];

/** The scope that a path needs; undefined where the reference names none for it. */
export const scopeOfPath = (path: string): ScopeName | FurtherScope | undefined =>
	SCOPES.find(([paths]) => paths.test(path))?.[1];
