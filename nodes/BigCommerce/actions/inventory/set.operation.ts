import type { Operation } from '../../../shared/operation';
import type { StoreClient } from '../../transport/StoreClient';
import { adjusts } from './adjusts';

export const set: Operation<StoreClient> = {
	option: {
		name: 'Set Level',
		value: 'set',
		description: 'Set how many of a variant a location has; up to 2,000 in one call',
		action: 'Set the inventory level of a variant',
	},
	...adjusts({
		effect: 'change',
		method: 'PUT',
		path: '/v3/inventory/adjustments/absolute',
		quantity: { description: 'How many there are', least: 0 },
	}),
};
