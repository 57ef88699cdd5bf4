import type { Operation } from '../../../shared/operation';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { assigns } from './assigns';

export const assign: Operation<B2bClient> = {
	option: {
		name: 'Assign Company',
		value: 'assign',
		description: 'Let an account look after a company',
		action: 'Assign a company to a sales staff account',
	},
	...assigns(true),
};
