import type { Operation } from '../../../shared/operation';
import { listing } from '../../../shared/record/listing';
import { transactions } from '../../records/transaction';
import { transactionsOf } from '../../transport/payments';
import type { StoreClient } from '../../transport/StoreClient';
import { orderLocator } from '../order/orderFields';

const { fields, output, read, shown } = listing(transactions);

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve the payments of an order, and what became of them',
		action: 'Get many transactions',
	},
	effect: 'read',
	scopes: [{ name: 'Order Transactions', access: 'read-only' }],
	output,
	fields: [orderLocator, ...fields],
	async execute(run, client) {
		const { limit } = read(run);
		const rows = await transactionsOf(client, run.id('orderId', 'Order'));
		return shown(run, rows.slice(0, limit));
	},
};
