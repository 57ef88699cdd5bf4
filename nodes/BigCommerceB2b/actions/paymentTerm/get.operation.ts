import type { Operation } from '../../../shared/operation';
import { paymentTerms } from '../../records/companySettings';
import type { B2bClient } from '../../transport/B2bClient';
import { getsSettings } from '../crud/companySettings';

export const get: Operation<B2bClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve the payment terms of a company',
		action: 'Get the payment terms of a company',
	},
	...getsSettings(paymentTerms),
};
