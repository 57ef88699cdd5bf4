import type { Operation } from '../../../shared/operation';
import { customerAttribute } from '../../records/customerAttribute';
import type { StoreClient } from '../../transport/StoreClient';
import { creates } from '../crud/creates';

export const create: Operation<StoreClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Add a customer attribute',
		action: 'Create a customer attribute',
	},
	...creates(customerAttribute),
};
