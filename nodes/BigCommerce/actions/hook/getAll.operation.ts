import type { Operation } from '../../../shared/operation';
import { hook } from '../../records/hook';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of the webhooks of this API account',
		action: 'Get many webhooks',
	},
	...getsMany(hook),
};
