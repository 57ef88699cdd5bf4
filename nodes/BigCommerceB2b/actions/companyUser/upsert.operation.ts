import type { Operation } from '../../../shared/operation';
import { companyUser } from '../../../BigCommerce/edition/records/companyUser';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { upserts } from '../crud/upserts';

export const upsert: Operation<B2bClient> = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		action: 'Create or update a company user by email',
	},
	...upserts(companyUser),
};
