import type { Operation } from '../../../shared/operation';
import { paymentTerms } from '../../../BigCommerce/edition/records/companySettings';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { changesSettings } from '../crud/companySettings';

export const update: Operation<B2bClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change the payment terms of a company; only the values that you add are changed',
		action: 'Update the payment terms of a company',
	},
	...changesSettings(paymentTerms),
};
