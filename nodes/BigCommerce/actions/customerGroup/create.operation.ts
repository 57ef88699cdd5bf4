import type { Operation } from '../../../shared/operation';
import { customerGroup } from '../../records/customerGroup';
import type { StoreClient } from '../../transport/StoreClient';
import { creates } from '../crud/creates';

export const create: Operation<StoreClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Add a customer group',
		action: 'Create a customer group',
	},
	...creates(customerGroup),
};
