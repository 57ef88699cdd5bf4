import { defineResource } from '../../../shared/operation';
import { get } from './get.operation';
import { update } from './update.operation';

export const customerSettings = defineResource(
	{
		name: 'Customer Setting',
		value: 'customerSettings',
		description: 'Groups of new customers and guests, privacy and sign-in, of the store or a channel',
	},
	[get, update],
	get,
);
