import type { Operation } from '../../../shared/operation';
import { quote } from '../../../BigCommerce/edition/records/quote';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { changes } from '../crud/changes';

export const update: Operation<B2bClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change a quote; lists are replaced whole, other values only when you add them',
		action: 'Update a quote',
	},
	...changes(quote),
};
