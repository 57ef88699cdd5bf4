import type { Operation } from '../../../shared/operation';
import { priceListAssignment } from '../../records/priceListAssignment';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of price list assignments',
		action: 'Get many price list assignments',
	},
	...getsMany(priceListAssignment),
};
