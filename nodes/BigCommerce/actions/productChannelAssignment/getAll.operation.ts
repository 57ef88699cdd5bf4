import type { Operation } from '../../../shared/operation';
import { productChannelAssignment } from '../../records/productAssignment';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve which products are in which channels',
		action: 'Get many product channel assignments',
	},
	...getsMany(productChannelAssignment),
};
