import type { Operation } from '../../../shared/operation';
import { filtersCollection } from '../../../shared/fields';
import { entered, inputsOf } from '../../../shared/record/field';
import { list, object, text, whole } from '../../../shared/shape';
import { orders } from '../../records/order';
import { countByStatus, ORDER_SCOPE } from '../../transport/orders';
import type { StoreClient } from '../../transport/StoreClient';

export const count: Operation<StoreClient> = {
	option: {
		name: 'Count by Status',
		value: 'count',
		description: 'Tell how many orders there are in each status, and in all',
		action: 'Count orders by status',
	},
	effect: 'read',
	scopes: [{ name: ORDER_SCOPE, access: 'read-only' }],
	output: object({ count: whole, statuses: list(object({ id: whole, name: text, count: whole })) }),
	fields: [filtersCollection(inputsOf(orders.filters))],
	async execute(run, client) {
		const statuses = await countByStatus(client, entered(run, 'filters', 'filters', orders.filters));
		return { count: statuses.reduce((sum, status) => sum + status.count, 0), statuses };
	},
};
