import type { Operation } from '../../../shared/operation';
import { companyAddress } from '../../../BigCommerce/edition/records/companyAddress';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { createsMany } from '../crud/createsMany';

export const createMany: Operation<B2bClient> = {
	option: {
		name: 'Create Many',
		value: 'createMany',
		description: 'Add addresses to companies, ten in one call',
		action: 'Create many company addresses',
	},
	...createsMany(companyAddress),
};
