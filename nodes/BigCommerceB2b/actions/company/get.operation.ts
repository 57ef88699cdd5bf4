import type { Operation } from '../../../shared/operation';
import { company } from '../../../BigCommerce/edition/records/company';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { getsOne } from '../crud/getsOne';

export const get: Operation<B2bClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve a company',
		action: 'Get a company',
	},
	...getsOne(company),
};
