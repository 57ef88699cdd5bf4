import type { Operation } from '../../../shared/operation';
import { company } from '../../../BigCommerce/edition/records/company';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { removes } from '../crud/removes';

export const remove: Operation<B2bClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Remove a company; its people stay customers of the store',
		action: 'Delete a company',
	},
	...removes(company),
};
