import type { Operation } from '../../../shared/operation';
import { brand } from '../../records/brand';
import type { StoreClient } from '../../transport/StoreClient';
import { upserts } from '../crud/upserts';

export const upsert: Operation<StoreClient> = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a brand, or change the one with the same name',
		action: 'Create or update a brand',
	},
	...upserts(brand),
};
