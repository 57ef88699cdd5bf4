import type { Operation } from '../../../shared/operation';
import { priceList } from '../../records/priceList';
import type { StoreClient } from '../../transport/StoreClient';
import { getsOne } from '../crud/getsOne';

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve a price list',
		action: 'Get a price list',
	},
	...getsOne(priceList),
};
