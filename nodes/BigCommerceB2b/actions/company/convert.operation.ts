import type { Operation } from '../../../shared/operation';
import { inputOf, whole } from '../../../shared/record/field';
import { newFields, newValues } from '../../../shared/record/written';
import { object } from '../../../shared/shape';
import { company, companyOfGroup } from '../../../BigCommerce/edition/records/company';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { create } from '../crud/creates';
import { scopes } from '../crud/picked';

const GROUP = inputOf([
	'customerGroupId',
	whole('Customer Group ID', 'Of the store; one that no company has yet', { least: 1 }),
]);

/** BigCommerce reference 13.2. */
export const convert: Operation<B2bClient> = {
	option: {
		name: 'Convert',
		value: 'convert',
		description: 'Make a customer group a company, in a store with Dependent Companies',
		action: 'Convert a customer group into a company',
	},
	effect: 'once',
	scopes,
	output: object(company.properties),
	fields: [{ ...GROUP, required: true }, ...newFields(companyOfGroup)],
	async execute(run, client) {
		const group = run.number(GROUP.name, NaN, { least: 1, whole: true });
		const at = `/customer-groups/${group}/companies`;
		return await create(run, client, companyOfGroup, newValues(run, companyOfGroup), { at });
	},
};
