import type { Operation } from '../../../shared/operation';
import { brand } from '../../records/brand';
import type { StoreClient } from '../../transport/StoreClient';
import { getsChosen } from '../chosenFields';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of brands',
		action: 'Get many brands',
	},
	...getsChosen(brand),
};
