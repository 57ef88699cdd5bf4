import type { Operation } from '../../../shared/operation';
import { invoice } from '../../../BigCommerce/edition/records/invoice';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<B2bClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of invoices',
		action: 'Get many invoices',
	},
	...getsMany(invoice),
};
