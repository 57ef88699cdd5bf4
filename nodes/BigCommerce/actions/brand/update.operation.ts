import type { Operation } from '../../../shared/operation';
import { brand } from '../../records/brand';
import type { StoreClient } from '../../transport/StoreClient';
import { changes } from '../crud/changes';

export const update: Operation<StoreClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change a brand; only the values that you add are changed',
		action: 'Update a brand',
	},
	...changes(brand),
};
