import type { Operation } from '../../../shared/operation';
import { productChannelAssignment } from '../../records/productAssignment';
import type { StoreClient } from '../../transport/StoreClient';
import { unassigns } from '../crud/assigns';

export const remove: Operation<StoreClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Take a product out of one channel',
		action: 'Delete a product channel assignment',
	},
	...unassigns(productChannelAssignment),
};
