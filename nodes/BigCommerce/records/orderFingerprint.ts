import { fingerprint } from '../../shared/fingerprint';
import type { Order } from './order';

/** Links, and what includes put in their place: they differ between answers that mean the same order. */
const LINKS: ReadonlySet<string> = new Set([
	'consignments',
	'coupons',
	'fees',
	'products',
	'shipping_addresses',
]);

/** Tells two states of one order apart, whatever was included. */
export const orderFingerprint = ({ given }: Order): string =>
	fingerprint(Object.fromEntries(Object.entries(given).filter(([name]) => !LINKS.has(name))));
