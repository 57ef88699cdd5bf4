import type { Operation } from '../../../shared/operation';
import { channel } from '../../records/channel';
import type { StoreClient } from '../../transport/StoreClient';
import { getsOne } from '../crud/getsOne';

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve a channel',
		action: 'Get a channel',
	},
	...getsOne(channel),
};
