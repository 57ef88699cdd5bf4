import type { Operation } from '../../../shared/operation';
import { locatorOf } from '../../../shared/record/locator';
import { customer } from '../../records/customer';
import { customerGroup } from '../../records/customerGroup';
import type { StoreClient } from '../../transport/StoreClient';
import { changes } from '../crud/changes';
import { stayingId } from '../crud/picked';

export const assignGroup: Operation<StoreClient> = {
	option: {
		name: 'Assign to Group',
		value: 'assignGroup',
		description: 'Put a customer into a group, in place of the one before; Update with group 0 takes it out',
		action: 'Assign a customer to a group',
	},
	...changes(customer, {
		fields: [locatorOf(customerGroup.locator)],
		values: async (run, client) => ({ customer_group_id: await stayingId(run, client, customerGroup) }),
	}),
};
