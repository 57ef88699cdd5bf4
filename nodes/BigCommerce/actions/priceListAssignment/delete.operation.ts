import type { Operation } from '../../../shared/operation';
import { priceListAssignment } from '../../records/priceListAssignment';
import type { StoreClient } from '../../transport/StoreClient';
import { removes } from '../crud/removes';

export const remove: Operation<StoreClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Remove an assignment; the price list stays',
		action: 'Delete a price list assignment',
	},
	...removes(priceListAssignment),
};
