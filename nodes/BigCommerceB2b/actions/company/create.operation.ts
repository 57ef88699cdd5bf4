import type { Operation } from '../../../shared/operation';
import { company } from '../../../BigCommerce/edition/records/company';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { creates } from '../crud/creates';

export const create: Operation<B2bClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Create a company and its administrator',
		action: 'Create a company',
	},
	...creates(company),
};
