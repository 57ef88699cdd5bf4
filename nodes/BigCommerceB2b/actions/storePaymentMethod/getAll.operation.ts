import type { Operation } from '../../../shared/operation';
import { storePaymentMethod } from '../../../BigCommerce/edition/records/storePaymentMethod';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<B2bClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve many payment methods of the store, with the codes by which companies get them',
		action: 'Get many payment methods of the store',
	},
	...getsMany(storePaymentMethod),
};
