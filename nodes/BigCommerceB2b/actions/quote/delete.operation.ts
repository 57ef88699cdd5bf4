import type { Operation } from '../../../shared/operation';
import { quote } from '../../../BigCommerce/edition/records/quote';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { removes } from '../crud/removes';

export const remove: Operation<B2bClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Remove a quote for good',
		action: 'Delete a quote',
	},
	...removes(quote),
};
