import type { Operation } from '../../../shared/operation';
import { companyPaymentMethod } from '../../../BigCommerce/edition/records/companyPaymentMethod';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<B2bClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve the payment methods of a company, enabled or not',
		action: 'Get many payment methods of a company',
	},
	...getsMany(companyPaymentMethod),
};
