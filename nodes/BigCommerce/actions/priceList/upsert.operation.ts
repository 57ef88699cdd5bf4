import type { Operation } from '../../../shared/operation';
import { priceList } from '../../records/priceList';
import type { StoreClient } from '../../transport/StoreClient';
import { upserts } from '../crud/upserts';

export const upsert: Operation<StoreClient> = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a price list, or change the one with the same name',
		action: 'Create or update a price list',
	},
	...upserts(priceList),
};
