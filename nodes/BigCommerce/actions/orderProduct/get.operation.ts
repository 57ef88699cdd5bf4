import { optionsCollection } from '../../../shared/fields';
import { keepInput, withInput } from '../../../shared/keepInput';
import type { Operation } from '../../../shared/operation';
import { orderProduct } from '../../records/orderParts';
import type { StoreClient } from '../../transport/StoreClient';
import { getsOne } from '../crud/getsOne';
import { onlyIfEmail } from '../order/onlyIfEmail';
import { addProduct, found, LINE, SCOPES } from './found';

const plain = getsOne(orderProduct);

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve one line of an order',
		action: 'Get an order product',
	},
	...plain,
	scopes: SCOPES,
	output: LINE,
	fields: [...plain.fields, addProduct, optionsCollection([onlyIfEmail]), keepInput('line')],
	async execute(run, client) {
		const [line] = await found(plain, run, client);
		return withInput(run, 'line', line);
	},
};
