import type { Operation } from '../../../shared/operation';
import { shipment } from '../../records/orderParts';
import type { StoreClient } from '../../transport/StoreClient';
import { removes } from '../crud/removes';

export const remove: Operation<StoreClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Remove a shipment; the order keeps its status',
		action: 'Delete a shipment',
	},
	...removes(shipment),
};
