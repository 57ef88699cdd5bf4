import type { Operation } from '../../../shared/operation';
import { productCustomField } from '../../records/productParts';
import type { StoreClient } from '../../transport/StoreClient';
import { upsertsBy } from '../upsertsBy';

export const upsert: Operation<StoreClient> = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		action: 'Create or update a custom field by name',
	},
	...upsertsBy(productCustomField, { fields: ['name'], called: 'name', isShared: true }),
};
