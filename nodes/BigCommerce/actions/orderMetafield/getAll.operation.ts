import { filtersCollection, returnAllAndLimit } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import type { StoreClient } from '../../transport/StoreClient';
import { orderLocator } from '../order/orderFields';
import { ofOrder } from './metafieldFields';

const filters = filtersCollection([
	{
		displayName: 'Key',
		name: 'key',
		type: 'string',
		default: '',
		description: 'Only metafields with this key',
	},
	{
		displayName: 'Namespace',
		name: 'namespace',
		type: 'string',
		default: '',
		description: 'Only metafields of this namespace',
	},
]);

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of the metafields of an order',
		action: 'Get many order metafields',
	},
	fields: [orderLocator, ...returnAllAndLimit, filters],
	async execute(run, client) {
		const limit = run.flag('returnAll') ? undefined : run.number('limit', 50);
		return await ofOrder(run, client).list(run.collection('filters'), limit);
	},
};
