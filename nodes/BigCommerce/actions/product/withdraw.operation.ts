import type { Operation } from '../../../shared/operation';
import type { StoreClient } from '../../transport/StoreClient';
import { publication } from './publication';

export const withdraw: Operation<StoreClient> = {
	option: {
		name: 'Withdraw',
		value: 'withdraw',
		description: 'Hide a product, and stop its sale in the same step',
		action: 'Withdraw a product',
	},
	...publication([], () => () => ({ is_visible: false, availability: 'disabled' })),
};
