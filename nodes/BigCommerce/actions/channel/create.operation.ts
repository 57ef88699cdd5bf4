import type { Operation } from '../../../shared/operation';
import { channel } from '../../records/channel';
import type { StoreClient } from '../../transport/StoreClient';
import { creates } from '../crud/creates';

export const create: Operation<StoreClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Create a channel',
		action: 'Create a channel',
	},
	...creates(channel),
};
