import type { Operation } from '../../../shared/operation';
import { order } from '../../../BigCommerce/edition/records/order';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<B2bClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of orders; without dates those of the last year',
		action: 'Get many orders',
	},
	...getsMany(order),
};
