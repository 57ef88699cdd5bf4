import type { Operation } from '../../../shared/operation';
import { priceList } from '../../records/priceList';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of price lists',
		action: 'Get many price lists',
	},
	...getsMany(priceList),
};
