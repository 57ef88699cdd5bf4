import type { Operation } from '../../../shared/operation';
import { location } from '../../records/location';
import type { StoreClient } from '../../transport/StoreClient';
import { changes } from '../crud/changes';

export const update: Operation<StoreClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change a location; only the values that you add are sent',
		action: 'Update a location',
	},
	...changes(location),
};
