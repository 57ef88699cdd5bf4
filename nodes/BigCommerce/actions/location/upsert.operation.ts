import type { Operation } from '../../../shared/operation';
import { location } from '../../records/location';
import type { StoreClient } from '../../transport/StoreClient';
import { upserts } from '../crud/upserts';

export const upsert: Operation<StoreClient> = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a location, or change the one with the same code',
		action: 'Create or update a location',
	},
	...upserts(location),
};
