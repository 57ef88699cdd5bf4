import type { Operation } from '../../../shared/operation';
import { priceList } from '../../records/priceList';
import type { StoreClient } from '../../transport/StoreClient';
import { creates } from '../crud/creates';

export const create: Operation<StoreClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Create a price list, still without prices',
		action: 'Create a price list',
	},
	...creates(priceList),
};
