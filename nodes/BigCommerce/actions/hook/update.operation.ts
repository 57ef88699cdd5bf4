import type { Operation } from '../../../shared/operation';
import { hook, SCOPES_BY_EVENT } from '../../records/hook';
import type { StoreClient } from '../../transport/StoreClient';
import { changes } from '../crud/changes';

export const update: Operation<StoreClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change a webhook; only the values that you add are sent',
		action: 'Update a webhook',
	},
	...changes(hook),
	scopesBy: SCOPES_BY_EVENT,
};
