import type { Operation } from '../../../shared/operation';
import { promotion } from '../../records/promotion';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of promotions',
		action: 'Get many promotions',
	},
	...getsMany(promotion),
};
