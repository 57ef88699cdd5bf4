import type { Operation } from '../../../shared/operation';
import { hook } from '../../records/hook';
import type { StoreClient } from '../../transport/StoreClient';
import { sets } from '../crud/sets';

export const reactivate: Operation<StoreClient> = {
	option: {
		name: 'Reactivate',
		value: 'reactivate',
		description: 'Switch a webhook on again that the store has switched off',
		action: 'Reactivate a webhook',
	},
	...sets(hook, { is_active: true }),
};
