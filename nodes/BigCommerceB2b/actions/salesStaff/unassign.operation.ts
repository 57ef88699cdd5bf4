import type { Operation } from '../../../shared/operation';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { assigns } from './assigns';

export const unassign: Operation<B2bClient> = {
	option: {
		name: 'Unassign Company',
		value: 'unassign',
		description: 'Take a company off an account',
		action: 'Unassign a company from a sales staff account',
	},
	...assigns(false),
};
