import type { Operation } from '../../../shared/operation';
import { category } from '../../records/category';
import type { StoreClient } from '../../transport/StoreClient';
import { creates } from '../crud/creates';

export const create: Operation<StoreClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Create a category',
		action: 'Create a category',
	},
	...creates(category),
};
