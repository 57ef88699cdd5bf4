import type { Operation } from '../../../shared/operation';
import { orderTaxes } from '../../records/orderCharges';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve the taxes of an order',
		action: 'Get many order taxes',
	},
	// With the line that each is for (reference 3.9).
	...getsMany(orderTaxes, { query: () => ({ details: 'true' }) }),
};
