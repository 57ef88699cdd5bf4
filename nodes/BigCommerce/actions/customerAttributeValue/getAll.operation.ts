import type { Operation } from '../../../shared/operation';
import { customerAttributeValues } from '../../records/customerAttributeValue';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of customer attribute values',
		action: 'Get many customer attribute values',
	},
	...getsMany(customerAttributeValues),
};
