import type { Operation } from '../../../shared/operation';
import { inventory } from '../../records/inventory';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of the stock of variants',
		action: 'Get the inventory of many variants',
	},
	...getsMany(inventory),
};
