import type { Operation } from '../../../shared/operation';
import { companyUser } from '../../../BigCommerce/edition/records/companyUser';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { getsOne } from '../crud/getsOne';

export const get: Operation<B2bClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve a company user',
		action: 'Get a company user',
	},
	...getsOne(companyUser),
};
