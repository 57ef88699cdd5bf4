import type { Operation } from '../../../shared/operation';
import { category } from '../../records/category';
import type { StoreClient } from '../../transport/StoreClient';
import { changes } from '../crud/changes';

export const update: Operation<StoreClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change a category; only the values that you add are changed',
		action: 'Update a category',
	},
	...changes(category),
};
