import type { Operation } from '../../../shared/operation';
import { companyUser } from '../../../BigCommerce/edition/records/companyUser';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { changes } from '../crud/changes';

export const update: Operation<B2bClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change a company user; only the values that you add are changed',
		action: 'Update a company user',
	},
	...changes(companyUser),
};
