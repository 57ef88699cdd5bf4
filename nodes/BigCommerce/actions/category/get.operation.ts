import type { Operation } from '../../../shared/operation';
import { category } from '../../records/category';
import type { StoreClient } from '../../transport/StoreClient';
import { getsOne } from '../crud/getsOne';

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve a category',
		action: 'Get a category',
	},
	...getsOne(category),
};
