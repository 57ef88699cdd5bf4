import type { Operation } from '../../../shared/operation';
import { companyAddress } from '../../../BigCommerce/edition/records/companyAddress';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { removes } from '../crud/removes';

export const remove: Operation<B2bClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Remove a company address',
		action: 'Delete a company address',
	},
	...removes(companyAddress),
};
