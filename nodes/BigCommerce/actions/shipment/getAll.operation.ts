import type { Operation } from '../../../shared/operation';
import { shipment } from '../../records/orderParts';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve the shipments of an order',
		action: 'Get many shipments',
	},
	...getsMany(shipment),
};
