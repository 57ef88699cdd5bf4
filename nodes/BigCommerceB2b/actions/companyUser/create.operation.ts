import type { Operation } from '../../../shared/operation';
import { companyUser } from '../../../BigCommerce/edition/records/companyUser';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { creates } from '../crud/creates';

export const create: Operation<B2bClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Create a company user',
		action: 'Create a company user',
	},
	...creates(companyUser),
};
