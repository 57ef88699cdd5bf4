import type { Operation } from '../../../shared/operation';
import { couponCode } from '../../records/couponCode';
import type { StoreClient } from '../../transport/StoreClient';
import { upsertsBy } from '../upsertsBy';

export const upsert: Operation<StoreClient> = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		action: 'Create or update a coupon code by code',
	},
	...upsertsBy(couponCode, { fields: ['code'], filter: 'code', called: 'code' }),
};
