import { couponCode } from './couponCode';

/** A coupon code as it is found without its promotion: by the code, which is the only one of its kind in the store (BigCommerce reference 10.3). */
export const coupon = {
	one: 'coupon',
	words: 'coupons',
	path: '/v3/promotions/codes',
	scope: couponCode.scope,
	inArrays: true,
	idField: 'code',
	byIds: 'code',
	isUnpaged: true,
	properties: couponCode.properties,
	locator: {
		label: 'Coupon',
		named: ({ code }: { code?: string }) => String(code),
	},
} as const;
