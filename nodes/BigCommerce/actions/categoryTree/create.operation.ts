import type { Operation } from '../../../shared/operation';
import { categoryTree } from '../../records/categoryTree';
import type { StoreClient } from '../../transport/StoreClient';
import { creates } from '../crud/creates';

export const create: Operation<StoreClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Add a category tree to a channel',
		action: 'Create a category tree',
	},
	...creates(categoryTree),
};
