import type { Operation } from '../../../shared/operation';
import { productCustomField } from '../../records/productParts';
import type { StoreClient } from '../../transport/StoreClient';
import { creates } from '../crud/creates';

export const create: Operation<StoreClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Add a custom field to a product',
		action: 'Create a product custom field',
	},
	...creates(productCustomField),
};
