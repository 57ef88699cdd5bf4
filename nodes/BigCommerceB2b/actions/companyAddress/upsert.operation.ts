import type { Operation } from '../../../shared/operation';
import { companyAddress } from '../../../BigCommerce/edition/records/companyAddress';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { upserts } from '../crud/upserts';

export const upsert: Operation<B2bClient> = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		action: 'Create or update a company address by external ID',
	},
	...upserts(companyAddress),
};
