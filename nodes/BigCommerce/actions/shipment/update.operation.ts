import type { Operation } from '../../../shared/operation';
import { shipment } from '../../records/orderParts';
import type { StoreClient } from '../../transport/StoreClient';
import { changes } from '../crud/changes';

export const update: Operation<StoreClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change the tracking and comments of a shipment; what is in it stays',
		action: 'Update a shipment',
	},
	...changes(shipment),
};
