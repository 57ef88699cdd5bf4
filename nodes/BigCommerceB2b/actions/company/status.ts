import { isNamed } from '../../../shared/answer';
import type { Given } from '../../../shared/record/given';
import { company } from '../../../BigCommerce/edition/records/company';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';

/** Sets what stands of the application of a company (BigCommerce reference 13.2). */
export async function setStatus(client: B2bClient, id: number, companyStatus: number): Promise<void> {
	await client.write(
		{
			method: 'PUT',
			path: `${company.path}/${id}/status`,
			body: { companyStatus },
			subject: `company ${id}`,
			idField: company.idField,
			done: `the status of company ${id} was set`,
		},
		id,
	);
}

export const readCompany = async (client: B2bClient, id: number): Promise<Given> =>
	await client.get({ path: `${company.path}/${id}`, subject: `company ${id}`, idField: company.idField }, id);

/** Whether a company stands so; answers write the number as text. */
export const standsAt = (found: Given, status: number): boolean => isNamed(found, 'companyStatus', status);
