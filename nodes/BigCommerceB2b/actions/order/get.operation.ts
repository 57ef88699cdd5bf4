import type { Operation } from '../../../shared/operation';
import { order } from '../../../BigCommerce/edition/records/order';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { getsOne } from '../crud/getsOne';

export const get: Operation<B2bClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve what B2B Edition knows of an order',
		action: 'Get an order',
	},
	...getsOne(order),
};
