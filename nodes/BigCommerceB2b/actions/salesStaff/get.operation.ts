import type { Operation } from '../../../shared/operation';
import { salesStaff } from '../../../BigCommerce/edition/records/salesStaff';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { getsOne } from '../crud/getsOne';

export const get: Operation<B2bClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve an account, with the companies that it looks after',
		action: 'Get a sales staff account',
	},
	...getsOne(salesStaff),
};
