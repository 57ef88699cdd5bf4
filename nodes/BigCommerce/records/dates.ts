import { dated } from '../../shared/record/dates';

/**
 * The times of V2, which writes them as RFC 2822 (BigCommerce reference 2.4): orders and their parts, customer groups; what API Request reaches besides, by the descriptions of V2:
 * shipping quotes, coupons and gift certificates, currencies. V3 writes ISO 8601 under the same names, which stays.
 */
export const storeDates = dated({
	date_created: 'mail',
	date_modified: 'mail',
	date_shipped: 'mail',
	expires: 'mail',
	expiry_date: 'mail',
	last_updated: 'mail',
	purchase_date: 'mail',
	timestamp: 'mail',
});
