import type { Operation } from '../../../shared/operation';
import { companyUser } from '../../../BigCommerce/edition/records/companyUser';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<B2bClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of company users',
		action: 'Get many company users',
	},
	...getsMany(companyUser),
};
