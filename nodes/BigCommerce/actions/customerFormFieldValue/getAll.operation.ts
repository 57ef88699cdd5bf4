import type { Operation } from '../../../shared/operation';
import { customerFormFieldValues } from '../../records/customerFormFieldValue';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve what customers entered into forms; Customer: Update changes it',
		action: 'Get many customer form field values',
	},
	...getsMany(customerFormFieldValues),
};
