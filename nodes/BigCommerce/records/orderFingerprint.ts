import type { IDataObject } from 'n8n-workflow';
import { fingerprint } from '../../shared/fingerprint';

/** Links, and what includes put in their place: they differ between answers that mean the same order. */
const LINKS: ReadonlySet<string> = new Set([
	'consignments',
	'coupons',
	'fees',
	'products',
	'shipping_addresses',
]);

/** Tells two states of one order apart, whatever was included. */
export const orderFingerprint = (order: IDataObject): string =>
	fingerprint(Object.fromEntries(Object.entries(order).filter(([name]) => !LINKS.has(name))));
