import type { Operation } from '../../../shared/operation';
import type { StoreClient } from '../../transport/StoreClient';
import { acts } from './acts';

export const capturePayment: Operation<StoreClient> = {
	option: {
		name: 'Capture',
		value: 'capture',
		description: 'Take the money of a payment that is only authorized',
		action: 'Capture a payment',
	},
	...acts('capture'),
};
