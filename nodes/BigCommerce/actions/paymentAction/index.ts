import { defineResource } from '../../../shared/operation';
import { capturePayment } from './capture.operation';
import { voidPayment } from './void.operation';

export const paymentAction = defineResource(
	{
		name: 'Payment Action',
		value: 'paymentAction',
		description: 'What is done with an authorized payment of an order',
	},
	[capturePayment, voidPayment],
	capturePayment,
);
