import type { Operation } from '../../../shared/operation';
import { promotion } from '../../records/promotion';
import type { StoreClient } from '../../transport/StoreClient';
import { getsOne } from '../crud/getsOne';

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve one promotion',
		action: 'Get a promotion',
	},
	...getsOne(promotion),
};
