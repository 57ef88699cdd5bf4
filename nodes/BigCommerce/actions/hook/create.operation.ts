import type { Operation } from '../../../shared/operation';
import { hook, SCOPES_BY_EVENT } from '../../records/hook';
import type { StoreClient } from '../../transport/StoreClient';
import { creates } from '../crud/creates';

export const create: Operation<StoreClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Have events sent to an address; BigCommerce Trigger does so by itself',
		action: 'Create a webhook',
	},
	...creates(hook),
	scopesBy: SCOPES_BY_EVENT,
};
