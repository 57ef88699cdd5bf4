import type { Operation } from '../../../shared/operation';
import { categoryTree } from '../../records/categoryTree';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of category trees',
		action: 'Get many category trees',
	},
	...getsMany(categoryTree),
};
