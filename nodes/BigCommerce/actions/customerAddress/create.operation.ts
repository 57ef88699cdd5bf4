import type { Operation } from '../../../shared/operation';
import { customerAddress } from '../../records/customerAddress';
import type { StoreClient } from '../../transport/StoreClient';
import { creates } from '../crud/creates';

export const create: Operation<StoreClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Add an address of a customer; one that the customer has already is refused',
		action: 'Create a customer address',
	},
	...creates(customerAddress),
};
