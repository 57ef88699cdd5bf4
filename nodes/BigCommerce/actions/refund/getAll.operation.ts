import type { Operation } from '../../../shared/operation';
import { refunds } from '../../records/refund';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of refunds, of the store or of one order',
		action: 'Get many refunds',
	},
	...getsMany(refunds),
};
