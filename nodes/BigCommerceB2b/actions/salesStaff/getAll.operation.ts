import type { Operation } from '../../../shared/operation';
import { salesStaff } from '../../../BigCommerce/edition/records/salesStaff';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<B2bClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of accounts',
		action: 'Get many sales staff accounts',
	},
	...getsMany(salesStaff),
};
