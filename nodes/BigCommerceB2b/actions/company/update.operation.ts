import { batchOf } from '../../../shared/batch';
import type { Operation } from '../../../shared/operation';
import { changedValues } from '../../../shared/record/changed';
import { company } from '../../../BigCommerce/edition/records/company';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { MOST_IN_BULK, unread } from '../../../BigCommerce/edition/transport/companyBulk';
import {
	changeCompanies,
	showsChange,
	type CompanyChange,
} from '../../../BigCommerce/edition/transport/companyChanges';
import { changes } from '../crud/changes';
import { idOf, readOne } from '../crud/picked';

const one = changes(company);

export const update: Operation<B2bClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change a company; only the values that you add are changed',
		action: 'Update a company',
	},
	...one,
	batch: batchOf<B2bClient, CompanyChange>({
		most: MOST_IN_BULK,
		read: async (run) =>
			await Promise.resolve({ id: idOf(run, company), values: changedValues(run, company) }),
		async send(rows, client, sharing) {
			if (!(await changeCompanies(client, rows))) return undefined;
			return await Promise.all(
				rows.map(async ({ id, values }, at) => {
					const shown = await readOne(sharing[at], client, company, id).catch(unread);
					// One that cannot be read, or shows something else, is sent again alone: what it becomes then is true of it.
					return shown && showsChange(shown, values) ? shown : undefined;
				}),
			);
		},
		alone: one.execute,
	}),
};
