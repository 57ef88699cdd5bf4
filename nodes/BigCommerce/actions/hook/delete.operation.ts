import type { Operation } from '../../../shared/operation';
import { hook } from '../../records/hook';
import type { StoreClient } from '../../transport/StoreClient';
import { removes } from '../crud/removes';

export const remove: Operation<StoreClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Remove one webhook',
		action: 'Delete a webhook',
	},
	...removes(hook),
};
