import type { Operation } from '../../../shared/operation';
import { productVariant } from '../../records/productVariant';
import type { StoreClient } from '../../transport/StoreClient';
import { upserts } from '../crud/upserts';

export const upsert: Operation<StoreClient> = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		action: 'Create or update a product variant by SKU',
	},
	...upserts(productVariant),
};
