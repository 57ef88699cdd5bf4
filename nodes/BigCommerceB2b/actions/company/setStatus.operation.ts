import type { Operation } from '../../../shared/operation';
import { optionsCollection } from '../../../shared/fields';
import { locatorOf } from '../../../shared/record/locator';
import { flag, object } from '../../../shared/shape';
import { company, COMPANY_STATUSES } from '../../../BigCommerce/edition/records/company';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { idOf, scopes } from '../crud/picked';
import { readCompany, setStatus as set, standsAt } from './status';

const KNOWN = { least: 0, most: 3, whole: true };

export const setStatus: Operation<B2bClient> = {
	option: {
		name: 'Set Status',
		value: 'setStatus',
		description: 'Approve, reject, deactivate or reopen a company',
		action: 'Set the status of a company',
	},
	effect: 'change',
	scopes,
	output: object({ changed: flag, ...company.properties }),
	fields: [
		locatorOf(company.locator),
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: COMPANY_STATUSES,
			default: 1,
			description: 'Where its application stands afterwards',
		},
		optionsCollection([
			{
				displayName: 'Only If It Is Now',
				name: 'onlyIf',
				type: 'options',
				options: COMPANY_STATUSES,
				default: 0,
				description: 'A company that stands at something else stays as it is',
			},
		]),
	],
	async execute(run, client) {
		const id = idOf(run, company);
		const status = run.number('status', NaN, KNOWN);
		const found = await readCompany(client, id);
		const isWanted = !run.has('options.onlyIf') || standsAt(found, run.number('options.onlyIf', NaN, KNOWN));
		if (!isWanted) return { changed: false, ...found };
		await set(client, id, status);
		return { changed: true, ...(await readCompany(client, id)) };
	},
};
