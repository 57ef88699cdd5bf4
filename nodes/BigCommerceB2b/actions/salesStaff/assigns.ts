import { locatorOf } from '../../../shared/record/locator';
import { object } from '../../../shared/shape';
import { company } from '../../../BigCommerce/edition/records/company';
import { salesStaff } from '../../../BigCommerce/edition/records/salesStaff';
import { done } from '../../../BigCommerce/edition/transport/envelope';
import { idOf, readOne, scopes, targetOf, type Made } from '../crud/picked';

/** Gives a company to a sales staff account, or takes it off; the others stay as they are (BigCommerce reference 13.8). */
export const assigns = (assignStatus: boolean): Made => ({
	effect: 'change',
	scopes,
	output: object(salesStaff.properties),
	fields: [locatorOf(salesStaff.locator), locatorOf(company.locator)],
	async execute(run, client) {
		const id = idOf(run, salesStaff);
		const companyId = idOf(run, company);
		const { path } = targetOf(run, salesStaff, id);
		await client.request({
			method: 'PUT',
			path,
			body: [{ companyId, assignStatus }],
			subject: `company ${companyId} of sales staff account ${id}`,
			gives: done,
		});
		return await readOne(run, client, salesStaff, id);
	},
});
