import { batchOf } from '../../../shared/batch';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import type { Entered } from '../../../shared/record/field';
import type { Given } from '../../../shared/record/given';
import { newFields, newValues } from '../../../shared/record/written';
import { object } from '../../../shared/shape';
import { company, companyInBulk } from '../../../BigCommerce/edition/records/company';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import {
	companyKey,
	createCompanies,
	createCompany,
	MOST_IN_BULK,
} from '../../../BigCommerce/edition/transport/companyBulk';
import { scopes } from '../crud/picked';

const alone = async (run: ItemRun, client: B2bClient): Promise<Given> =>
	await createCompany(run.functions, client, newValues(run, companyInBulk));

export const createMany: Operation<B2bClient> = {
	option: {
		name: 'Create Many',
		value: 'createMany',
		description:
			'Create companies, ten in one call; no webhook tells of them, so that approval flows miss them',
		action: 'Create many companies',
	},
	effect: 'once',
	scopes,
	output: object(company.properties),
	fields: newFields(companyInBulk),
	execute: alone,
	batch: batchOf<B2bClient, Entered>({
		most: MOST_IN_BULK,
		read: async (run) => await Promise.resolve(newValues(run, companyInBulk)),
		about: companyKey,
		send: async (rows, client, [{ functions }]) => await createCompanies(functions, client, rows),
		alone,
	}),
};
