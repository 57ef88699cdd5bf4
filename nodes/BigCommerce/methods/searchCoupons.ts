import { isRecord } from '../../shared/isRecord';
import { fieldsIn } from '../../shared/record/given';
import { searchesBy } from '../../shared/record/searchOf';
import { coupon } from '../records/coupon';
import { promotion } from '../records/promotion';
import { StoreClient } from '../transport/StoreClient';

const COUPONS = {
	path: promotion.path,
	properties: coupon.properties,
	idField: coupon.idField,
	locator: { ...coupon.locator, asked: promotion.locator.asked },
};

/**
 * The codes that stand with their promotions, found by name or code: codes of all promotions have no list, and of a promotion that has many the store shows one (BigCommerce reference
 * 10.1, 10.3).
 */
export const searchCoupons = searchesBy<typeof COUPONS>(async (functions, { path, query }, page, size) => {
	const subject = { name: `the list of ${coupon.words}`, scope: coupon.scope };
	const { rows, more } = await new StoreClient(functions).page({ path, query, subject }, page, size);
	const codes = rows.map((row) => fieldsIn(promotion.properties, row).codes);
	return { rows: codes.filter(isRecord), more };
})(COUPONS, { redemption_type: 'coupon' });
