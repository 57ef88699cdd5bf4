import type { Operation } from '../../../shared/operation';
import { productVariant } from '../../records/productVariant';
import type { StoreClient } from '../../transport/StoreClient';
import { changes } from '../crud/changes';

export const update: Operation<StoreClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change a variant; only the values that you add are sent',
		action: 'Update a product variant',
	},
	...changes(productVariant),
};
