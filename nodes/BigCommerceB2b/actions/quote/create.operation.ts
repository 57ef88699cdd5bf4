import type { Operation } from '../../../shared/operation';
import { quote } from '../../../BigCommerce/edition/records/quote';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { creates } from '../crud/creates';

export const create: Operation<B2bClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Create a quote; the buyer sees it at once',
		action: 'Create a quote',
	},
	...creates(quote),
};
