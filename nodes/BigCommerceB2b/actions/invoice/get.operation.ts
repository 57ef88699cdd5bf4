import type { Operation } from '../../../shared/operation';
import { invoice } from '../../../BigCommerce/edition/records/invoice';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { getsOne } from '../crud/getsOne';

export const get: Operation<B2bClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve an invoice',
		action: 'Get an invoice',
	},
	...getsOne(invoice),
};
