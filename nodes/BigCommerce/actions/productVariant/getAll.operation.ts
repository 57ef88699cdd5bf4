import type { Operation } from '../../../shared/operation';
import { productVariant } from '../../records/productVariant';
import type { StoreClient } from '../../transport/StoreClient';
import { getsChosen } from '../chosenFields';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of variants',
		action: 'Get many product variants',
	},
	...getsChosen(productVariant, 'sku,price'),
};
