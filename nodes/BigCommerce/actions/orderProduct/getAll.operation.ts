import type { Operation } from '../../../shared/operation';
import { orderProduct } from '../../records/orderParts';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';
import { onlyIfEmail } from '../order/onlyIfEmail';
import { addProduct, found, LINE, SCOPES } from './found';

const plain = getsMany(orderProduct, { options: [onlyIfEmail] });

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve the lines of an order',
		action: 'Get many order products',
	},
	...plain,
	scopes: SCOPES,
	output: LINE,
	fields: [...plain.fields, addProduct],
	execute: async (run, client) => await found(plain, run, client),
};
