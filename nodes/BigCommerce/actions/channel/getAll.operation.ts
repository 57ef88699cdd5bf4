import type { Operation } from '../../../shared/operation';
import { channel } from '../../records/channel';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of channels',
		action: 'Get many channels',
	},
	...getsMany(channel),
};
