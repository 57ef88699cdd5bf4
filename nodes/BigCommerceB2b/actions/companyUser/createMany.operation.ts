import type { Operation } from '../../../shared/operation';
import { companyUser } from '../../../BigCommerce/edition/records/companyUser';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { createsMany } from '../crud/createsMany';

export const createMany: Operation<B2bClient> = {
	option: {
		name: 'Create Many',
		value: 'createMany',
		description: 'Add people to companies, ten in one call',
		action: 'Create many company users',
	},
	...createsMany(companyUser),
};
