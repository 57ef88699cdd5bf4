import type { Operation } from '../../../shared/operation';
import { shipment } from '../../records/orderParts';
import type { StoreClient } from '../../transport/StoreClient';
import { getsOne } from '../crud/getsOne';

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve one shipment of an order',
		action: 'Get a shipment',
	},
	...getsOne(shipment),
};
