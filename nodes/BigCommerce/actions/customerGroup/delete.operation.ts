import type { Operation } from '../../../shared/operation';
import { customerGroup } from '../../records/customerGroup';
import type { StoreClient } from '../../transport/StoreClient';
import { removes } from '../crud/removes';

export const remove: Operation<StoreClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Remove one customer group; its customers belong to none then',
		action: 'Delete a customer group',
	},
	...removes(customerGroup),
};
