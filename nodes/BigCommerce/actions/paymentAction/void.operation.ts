import type { Operation } from '../../../shared/operation';
import type { StoreClient } from '../../transport/StoreClient';
import { acts } from './acts';

export const voidPayment: Operation<StoreClient> = {
	option: {
		name: 'Void',
		value: 'void',
		description: 'Let a payment go that is only authorized',
		action: 'Void a payment',
	},
	...acts('void'),
};
