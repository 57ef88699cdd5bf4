import type { Operation } from '../../../shared/operation';
import { categoryTree } from '../../records/categoryTree';
import type { StoreClient } from '../../transport/StoreClient';
import { removes } from '../crud/removes';

export const remove: Operation<StoreClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Remove one category tree',
		action: 'Delete a category tree',
	},
	...removes(categoryTree),
};
