import type { Operation } from '../../../shared/operation';
import { productCategoryAssignment } from '../../records/productAssignment';
import type { StoreClient } from '../../transport/StoreClient';
import { assigns } from '../crud/assigns';

export const upsert: Operation<StoreClient> = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		action: 'Create or update a product category assignment',
	},
	...assigns(productCategoryAssignment),
};
