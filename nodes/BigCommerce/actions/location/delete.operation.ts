import type { Operation } from '../../../shared/operation';
import { location } from '../../records/location';
import type { StoreClient } from '../../transport/StoreClient';
import { removes } from '../crud/removes';

export const remove: Operation<StoreClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Remove a location with the stock that is kept there',
		action: 'Delete a location',
	},
	...removes(location),
};
