import type { Operation } from '../../../shared/operation';
import { promotion } from '../../records/promotion';
import type { StoreClient } from '../../transport/StoreClient';
import { removes } from '../crud/removes';

export const remove: Operation<StoreClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Remove one promotion; one that still has coupon codes is refused',
		action: 'Delete a promotion',
	},
	...removes(promotion),
};
