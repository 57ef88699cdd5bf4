import type { Operation } from '../../../shared/operation';
import { companyCredit } from '../../../BigCommerce/edition/records/companySettings';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { changesSettings } from '../crud/companySettings';

export const update: Operation<B2bClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change the credit of a company; only the values that you add are changed',
		action: 'Update the credit of a company',
	},
	...changesSettings(companyCredit),
};
