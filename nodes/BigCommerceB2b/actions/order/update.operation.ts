import type { Operation } from '../../../shared/operation';
import { order } from '../../../BigCommerce/edition/records/order';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { changes } from '../crud/changes';

export const update: Operation<B2bClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Set the purchase order number or extra fields of an order',
		action: 'Update an order',
	},
	...changes(order),
};
