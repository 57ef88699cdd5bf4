import type { Operation } from '../../../shared/operation';
import { channel } from '../../records/channel';
import type { StoreClient } from '../../transport/StoreClient';
import { changes } from '../crud/changes';

export const update: Operation<StoreClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change a channel; its status says whether it is in use',
		action: 'Update a channel',
	},
	...changes(channel),
};
