import type { Operation } from '../../../shared/operation';
import { customerGroup } from '../../records/customerGroup';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of customer groups',
		action: 'Get many customer groups',
	},
	...getsMany(customerGroup),
};
