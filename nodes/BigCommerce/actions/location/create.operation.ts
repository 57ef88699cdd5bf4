import type { Operation } from '../../../shared/operation';
import { location } from '../../records/location';
import type { StoreClient } from '../../transport/StoreClient';
import { creates } from '../crud/creates';

export const create: Operation<StoreClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Create a location',
		action: 'Create a location',
	},
	...creates(location),
};
