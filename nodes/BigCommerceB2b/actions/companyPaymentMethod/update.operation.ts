import type { Operation } from '../../../shared/operation';
import { locatorOf } from '../../../shared/record/locator';
import { flag, list, object, text, whole } from '../../../shared/shape';
import { company } from '../../../BigCommerce/edition/records/company';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { idOf, scopes } from '../crud/picked';
import { requiredCodes, setPaymentMethods } from './sets';

const LABEL = 'Payment Method Codes';

export const update: Operation<B2bClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Let a company pay in some ways, or no longer; its other ways stay as they are',
		action: 'Update payment methods of a company',
	},
	effect: 'change',
	scopes,
	output: object({ companyId: whole, codes: list(text), isEnabled: flag }),
	fields: [
		locatorOf(company.locator),
		{
			displayName: LABEL,
			name: 'codes',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. cheque,purchaseorder',
			description: 'Codes as Get Many shows them, with commas between',
		},
		{
			displayName: 'Enable',
			name: 'isEnabled',
			type: 'boolean',
			default: true,
			description: 'Whether the company may pay so',
		},
	],
	async execute(run, client) {
		const companyId = idOf(run, company);
		const codes = requiredCodes(run, 'codes', LABEL);
		const isEnabled = run.flag('isEnabled', true, 'Enable');
		await setPaymentMethods(client, companyId, codes, isEnabled);
		return { companyId, codes, isEnabled };
	},
};
