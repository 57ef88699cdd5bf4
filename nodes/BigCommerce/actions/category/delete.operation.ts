import type { Operation } from '../../../shared/operation';
import { category } from '../../records/category';
import type { StoreClient } from '../../transport/StoreClient';
import { removes } from '../crud/removes';

export const remove: Operation<StoreClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Remove a category; its products stay, and it may take the store a while',
		action: 'Delete a category',
	},
	...removes(category),
};
