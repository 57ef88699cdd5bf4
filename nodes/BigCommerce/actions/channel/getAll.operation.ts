import type { Operation } from '../../../shared/operation';
import { channel } from '../../records/channel';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';
import { includedBy, includeField } from '../crud/includes';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of channels',
		action: 'Get many channels',
	},
	...getsMany(channel, {
		options: [includeField(channel.includes)],
		query: ({ include }) => includedBy(Array.isArray(include) ? include.map(String) : []),
	}),
};
