import type { Operation } from '../../../shared/operation';
import { productCustomField } from '../../records/productParts';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of the custom fields of a product',
		action: 'Get many product custom fields',
	},
	...getsMany(productCustomField),
};
