import type { Operation } from '../../../shared/operation';
import { flag, object } from '../../../shared/shape';
import { orders } from '../../records/order';
import type { StoreClient } from '../../transport/StoreClient';
import { makeOrder } from './makeOrder';
import { NEW_ORDER_SCOPES, newOrderFields, readItem } from './orderItem';

export const create: Operation<StoreClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Make an order, like another one or anew; the store sends no e-mail about it',
		action: 'Create an order',
	},
	effect: 'once',
	scopes: NEW_ORDER_SCOPES,
	output: object({ ...orders.properties, repeated: flag }),
	fields: newOrderFields,
	async execute(run, client) {
		const { made, repeated } = await makeOrder(run, client, readItem(run));
		return { ...made, repeated };
	},
};
