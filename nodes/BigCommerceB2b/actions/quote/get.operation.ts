import type { Operation } from '../../../shared/operation';
import { quote } from '../../records/quote';
import type { B2bClient } from '../../transport/B2bClient';
import { getsOne } from '../crud/getsOne';

export const get: Operation<B2bClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve a quote',
		action: 'Get a quote',
	},
	...getsOne(quote),
};
