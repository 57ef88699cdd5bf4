import type { Operation } from '../../../shared/operation';
import { customer } from '../../records/customer';
import type { StoreClient } from '../../transport/StoreClient';
import { creates } from '../crud/creates';

export const create: Operation<StoreClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Add a customer; one with the same e-mail address is refused',
		action: 'Create a customer',
	},
	...creates(customer),
};
