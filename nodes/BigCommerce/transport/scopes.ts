import type { IHttpRequestMethods } from 'n8n-workflow';
import { isRead } from '../../shared/send';

/** Scopes of an API account, as the control panel names them (BigCommerce reference 1.3). */
export type ScopeName =
	| 'B2B Edition'
	| 'Carts'
	| 'Channel Settings'
	| 'Customers'
	| 'Information & Settings'
	| 'Marketing'
	| 'Order Transactions'
	| 'Orders'
	| 'Products'
	| 'Store Inventory'
	| 'Store Locations';

/** Scopes that only paths of API Request need (BigCommerce reference 1.3). */
export type FurtherScope =
	| 'Channel Listings'
	| 'Checkouts'
	| 'Content'
	| 'Fulfillment Methods'
	| 'Order Fulfillment'
	| 'Payments - Get accepted methods'
	| 'Sites & Routes';

/** The read-only form of a scope allows only to read (reference 1.3). */
export type Access = 'modify' | 'read-only';

/**
 * How an API account needs a scope.
 *
 * @param method of the request that was refused
 * @param isForChange it belongs to something that changes the store, so that the right to read alone would only lead to the next refusal
 */
export const accessFor = (method: IHttpRequestMethods, isForChange: boolean): Access =>
	isRead(method) && !isForChange ? 'read-only' : 'modify';

/** What an API account needs: the scope with its access, `Orders: read-only`. */
export const scopeFor = (scope: ScopeName | FurtherScope, access: Access): string => `${scope}: ${access}`;
