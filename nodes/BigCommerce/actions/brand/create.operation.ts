import type { Operation } from '../../../shared/operation';
import { brand } from '../../records/brand';
import type { StoreClient } from '../../transport/StoreClient';
import { creates } from '../crud/creates';

export const create: Operation<StoreClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Create a brand',
		action: 'Create a brand',
	},
	...creates(brand),
};
