import type { Operation } from '../../../shared/operation';
import { productVariant } from '../../records/productVariant';
import type { StoreClient } from '../../transport/StoreClient';
import { upserts } from '../crud/upserts';

export const upsert: Operation<StoreClient> = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Add a variant to a product, or change the one with the same SKU',
		action: 'Create or update a product variant',
	},
	...upserts(productVariant),
};
