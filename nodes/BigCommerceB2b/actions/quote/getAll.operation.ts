import type { Operation } from '../../../shared/operation';
import { quote } from '../../../BigCommerce/edition/records/quote';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<B2bClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of quotes',
		action: 'Get many quotes',
	},
	...getsMany(quote),
};
