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

/**
 * What an API account needs: the scope with its access, `Orders: read-only`. Its read-only form allows only to read (reference 1.3).
 *
 * @param method of the request that was refused
 * @param isForChange it belongs to something that changes the store, so that the right to read alone would only lead to the next refusal
 */
export const scopeFor = (scope: ScopeName, method: IHttpRequestMethods, isForChange = false): string =>
	`${scope}: ${isRead(method) && !isForChange ? 'read-only' : 'modify'}`;
