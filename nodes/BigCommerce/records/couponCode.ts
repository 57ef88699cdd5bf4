import { text, whole } from '../../shared/record/field';
import { WHOLE_ID } from '../../shared/record/locator';
import * as is from '../../shared/shape';
import { promotion } from './promotion';
import { inTwoParameters } from './storeList';
import type { StoreRecord } from './storeRecord';

const USES = {
	max_uses: whole('Max Uses', '0 for any number', { least: 0 }),
	max_uses_per_customer: whole('Max Uses per Customer', '0 for any number', {
		least: 0,
	}),
};

/** BigCommerce reference 10.3: a code is made and removed, and never changed. The list can be asked for one code, not for ids. */
export const couponCode = {
	one: 'coupon code',
	words: 'coupon codes',
	path: '/v3/promotions/{id}/codes',
	scope: 'Marketing',
	below: promotion,
	hasNoIdFilter: true,
	neverChanges: true,
	same: { fields: ['code'], filter: 'code' },
	sorted: inTwoParameters,
	properties: {
		id: is.whole,
		code: is.text,
		current_uses: is.whole,
		max_uses: is.whole,
		max_uses_per_customer: is.whole,
		created: is.text,
	},
	locator: {
		name: 'couponCodeId',
		label: 'Coupon Code',
		description: 'The code',
		search: 'searchCouponCodes',
		like: '17',
		format: WHOLE_ID,
		key: { mode: 'code', label: 'Code', like: 'WELCOME', field: 'code', filter: 'code' },
		asked: (typed) => ({ code: typed }),
		named: ({ code }) => String(code),
	},
	filters: { code: text('Code', '') },
	required: {
		code: text('Code', 'Letters, digits, spaces, _ and -', { most: 50 }),
	},
	further: USES,
	onlyNew: {},
} satisfies StoreRecord;

/** How a batch of codes is generated (BigCommerce reference 10.3). */
export const couponBatch = {
	one: 'batch of coupon codes',
	required: {
		batch_size: whole('Number of Codes', 'At most 250', { name: 'batchSize', least: 1, most: 250 }),
	},
	further: {
		...USES,
		code_length: whole('Code Length', 'Of the random part', { least: 6, most: 16 }),
		delimiter: text('Delimiter', '_ or -', { most: 1 }),
		exclude_characters: text('Exclude Characters', 'Not used in codes'),
		prefix: text('Prefix', 'In front', { most: 20 }),
		suffix: text('Suffix', 'At the end', { most: 20 }),
	},
	onlyNew: {},
};
