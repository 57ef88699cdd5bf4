import type { Operation } from '../../../shared/operation';
import { categoryTree } from '../../records/categoryTree';
import type { StoreClient } from '../../transport/StoreClient';
import { getsOne } from '../crud/getsOne';

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve a category tree',
		action: 'Get a category tree',
	},
	...getsOne(categoryTree),
};
