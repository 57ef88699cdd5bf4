import type { Operation } from '../../../shared/operation';
import { company } from '../../../BigCommerce/edition/records/company';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<B2bClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of companies',
		action: 'Get many companies',
	},
	...getsMany(company),
};
