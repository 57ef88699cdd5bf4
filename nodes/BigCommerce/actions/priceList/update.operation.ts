import type { Operation } from '../../../shared/operation';
import { priceList } from '../../records/priceList';
import type { StoreClient } from '../../transport/StoreClient';
import { changes } from '../crud/changes';

export const update: Operation<StoreClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change a price list; only the values that you add are changed',
		action: 'Update a price list',
	},
	...changes(priceList),
};
