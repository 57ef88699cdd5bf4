import type { Operation } from '../../../shared/operation';
import { category } from '../../records/category';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of categories',
		action: 'Get many categories',
	},
	...getsMany(category),
};
