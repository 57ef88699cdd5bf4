import type { Operation } from '../../../shared/operation';
import { brand } from '../../records/brand';
import type { StoreClient } from '../../transport/StoreClient';
import { getsOne } from '../crud/getsOne';

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve a brand',
		action: 'Get a brand',
	},
	...getsOne(brand),
};
