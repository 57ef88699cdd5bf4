import type { Operation } from '../../../shared/operation';
import { location } from '../../records/location';
import type { StoreClient } from '../../transport/StoreClient';
import { getsOne } from '../crud/getsOne';

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve a location',
		action: 'Get a location',
	},
	...getsOne(location),
};
