import type { Operation } from '../../../shared/operation';
import type { StoreClient } from '../../transport/StoreClient';
import { adjusts } from './adjusts';

export const adjust: Operation<StoreClient> = {
	option: {
		name: 'Adjust Level',
		value: 'adjust',
		description: 'Add to what a location has of a variant, or take away; up to 2,000 in one call',
		action: 'Adjust the inventory level of a variant',
	},
	...adjusts({
		effect: 'once',
		method: 'POST',
		path: '/v3/inventory/adjustments/relative',
		quantity: { description: 'How many are added; below zero, how many are taken away' },
	}),
};
