import type { Operation } from '../../../shared/operation';
import { companyAddress } from '../../../BigCommerce/edition/records/companyAddress';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { creates } from '../crud/creates';

export const create: Operation<B2bClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Create a company address',
		action: 'Create a company address',
	},
	...creates(companyAddress),
};
