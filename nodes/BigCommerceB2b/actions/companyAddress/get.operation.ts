import type { Operation } from '../../../shared/operation';
import { companyAddress } from '../../../BigCommerce/edition/records/companyAddress';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { getsOne } from '../crud/getsOne';

export const get: Operation<B2bClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve a company address',
		action: 'Get a company address',
	},
	...getsOne(companyAddress),
};
