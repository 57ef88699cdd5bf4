import { batchOf } from '../../../shared/batch';
import type { ItemRun } from '../../../shared/itemRun';
import { locatorOf } from '../../../shared/record/locator';
import { object } from '../../../shared/shape';
import { company } from '../../../BigCommerce/edition/records/company';
import { salesStaff } from '../../../BigCommerce/edition/records/salesStaff';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { done } from '../../../BigCommerce/edition/transport/envelope';
import { INFERRED } from '../../../BigCommerce/edition/transport/inferred';
import { changeTogether } from '../../../BigCommerce/edition/transport/together';
import { idOf, readOne, scopes, targetOf, type Made } from '../crud/picked';

/** An account, and a company that it gets or loses. */
interface Pairing {
	account: number;
	companyId: number;
}

const pairingIn = (run: ItemRun): Pairing => ({
	account: idOf(run, salesStaff),
	companyId: idOf(run, company),
});

/** Gives companies to a sales staff account, or takes them off; the others stay as they are (BigCommerce reference 13.8). */
export function assigns(assignStatus: boolean): Made {
	const requestOf = (run: ItemRun, rows: readonly Pairing[]) => {
		const [{ account, companyId }] = rows;
		const companies = rows.length > 1 ? `${rows.length} companies` : `company ${companyId}`;
		return {
			...targetOf(run, salesStaff, account),
			method: 'PUT',
			body: rows.map((row) => ({ companyId: row.companyId, assignStatus })),
			subject: `${companies} of sales staff account ${account}`,
			gives: done,
		} as const;
	};
	const alone = async (run: ItemRun, client: B2bClient) => {
		const pairing = pairingIn(run);
		await client.request(requestOf(run, [pairing]));
		return await readOne(run, client, salesStaff, pairing.account);
	};
	return {
		effect: 'change',
		scopes,
		output: object(salesStaff.properties),
		fields: [locatorOf(salesStaff.locator), locatorOf(company.locator)],
		execute: alone,
		batch: batchOf<B2bClient, Pairing>({
			most: INFERRED.assignedAtOnce,
			read: async (run) => await Promise.resolve(pairingIn(run)),
			together: ({ account }) => String(account),
			about: ({ account, companyId }) => `${account} ${companyId}`,
			async send(rows, client, [first]) {
				if (!(await changeTogether(client, requestOf(first, rows)))) return undefined;
				const shown = await readOne(first, client, salesStaff, rows[0].account);
				return rows.map(() => shown);
			},
			alone,
		}),
	};
}
