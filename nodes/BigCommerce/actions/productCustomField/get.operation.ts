import type { Operation } from '../../../shared/operation';
import { productCustomField } from '../../records/productParts';
import type { StoreClient } from '../../transport/StoreClient';
import { getsOne } from '../crud/getsOne';

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve one custom field of a product',
		action: 'Get a product custom field',
	},
	...getsOne(productCustomField),
};
