import type { Operation } from '../../../shared/operation';
import { productCustomField } from '../../records/productParts';
import type { StoreClient } from '../../transport/StoreClient';
import { removes } from '../crud/removes';

export const remove: Operation<StoreClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Remove one custom field of a product',
		action: 'Delete a product custom field',
	},
	...removes(productCustomField),
};
