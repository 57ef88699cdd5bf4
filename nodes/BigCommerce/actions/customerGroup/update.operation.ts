import type { Operation } from '../../../shared/operation';
import { customerGroup } from '../../records/customerGroup';
import type { StoreClient } from '../../transport/StoreClient';
import { changes } from '../crud/changes';

export const update: Operation<StoreClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change a customer group; only the values that you add are sent',
		action: 'Update a customer group',
	},
	...changes(customerGroup),
};
