import type { Operation } from '../../../shared/operation';
import { hook } from '../../records/hook';
import type { StoreClient } from '../../transport/StoreClient';
import { getsOne } from '../crud/getsOne';

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve one webhook',
		action: 'Get a webhook',
	},
	...getsOne(hook),
};
