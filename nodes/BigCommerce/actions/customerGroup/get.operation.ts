import type { Operation } from '../../../shared/operation';
import { customerGroup } from '../../records/customerGroup';
import type { StoreClient } from '../../transport/StoreClient';
import { getsOne } from '../crud/getsOne';

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve one customer group',
		action: 'Get a customer group',
	},
	...getsOne(customerGroup),
};
