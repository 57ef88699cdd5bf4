import type { Operation } from '../../../shared/operation';
import { companyUser } from '../../../BigCommerce/edition/records/companyUser';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { removes } from '../crud/removes';

export const remove: Operation<B2bClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Remove a person from a company; the last one of a company cannot be removed',
		action: 'Delete a company user',
	},
	...removes(companyUser),
};
