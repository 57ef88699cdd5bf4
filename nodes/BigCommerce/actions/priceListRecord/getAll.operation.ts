import type { Operation } from '../../../shared/operation';
import { priceListRecord, WITH_ALL } from '../../records/priceListRecord';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of the prices in a price list',
		action: 'Get many price list records',
	},
	...getsMany(priceListRecord, { query: () => WITH_ALL }),
};
