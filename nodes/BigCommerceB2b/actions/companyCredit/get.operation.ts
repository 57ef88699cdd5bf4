import type { Operation } from '../../../shared/operation';
import { companyCredit } from '../../../BigCommerce/edition/records/companySettings';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { getsSettings } from '../crud/companySettings';

export const get: Operation<B2bClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve the credit of a company',
		action: 'Get the credit of a company',
	},
	...getsSettings(companyCredit),
};
