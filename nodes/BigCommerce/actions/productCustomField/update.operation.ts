import type { Operation } from '../../../shared/operation';
import { productCustomField } from '../../records/productParts';
import type { StoreClient } from '../../transport/StoreClient';
import { changes } from '../crud/changes';

export const update: Operation<StoreClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change a custom field of a product',
		action: 'Update a product custom field',
	},
	...changes(productCustomField),
};
