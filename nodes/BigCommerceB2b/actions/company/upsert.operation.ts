import type { Operation } from '../../../shared/operation';
import { company } from '../../../BigCommerce/edition/records/company';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { upserts } from '../crud/upserts';

export const upsert: Operation<B2bClient> = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		action: 'Create or update a company by admin email',
	},
	...upserts(company),
};
