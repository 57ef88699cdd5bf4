import type { Operation } from '../../../shared/operation';
import { categoryTree } from '../../records/categoryTree';
import type { StoreClient } from '../../transport/StoreClient';
import { upsertsBy } from '../upsertsBy';

export const upsert: Operation<StoreClient> = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		action: 'Create or update a category tree by channel and name',
	},
	...upsertsBy(categoryTree, {
		fields: ['channel_id', 'name'],
		filter: 'channel_id:in',
		called: 'channel and name',
	}),
};
