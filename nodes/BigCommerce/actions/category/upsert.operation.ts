import type { Operation } from '../../../shared/operation';
import { category } from '../../records/category';
import type { StoreClient } from '../../transport/StoreClient';
import { upsertsBy } from '../upsertsBy';

export const upsert: Operation<StoreClient> = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		action: 'Create or update a category by name and parent',
	},
	...upsertsBy(category, {
		fields: ['name', 'parent_id', 'tree_id'],
		filter: 'name',
		within: { tree_id: 'tree_id:in' },
		called: 'name, parent and tree',
	}),
};
