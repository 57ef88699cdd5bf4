import { givesIf, isNamed } from '../../../shared/answer';
import type { Entered } from '../../../shared/record/field';
import type { B2bClient } from './B2bClient';
import { isGood } from './envelope';
import { changeTogether } from './together';

/** One company with what is changed of it. */
export interface CompanyChange {
	id: number;
	values: Entered;
}

/** What a change of one takes, and one of several does not (company.yaml, `PUT /companies/bulk`). */
const ALONE = 'uuid';

/** What a company shows of itself as it was sent. */
const SHOWN = ['companyName', 'companyEmail', 'companyPhone'];

/** Whether a company shows what was sent, as far as it shows it: the answer to a call for several names none of them. */
export const showsChange = (shown: unknown, values: Entered): boolean =>
	SHOWN.every((name) => values[name] === undefined || isNamed(shown, name, String(values[name])));

/**
 * Changes companies in one call (company.yaml, "Update Companies (Batch)": body and answer are described as those of one, the text has an array of up to ten).
 *
 * @param rows at most ten, each about another company
 * @returns whether they are changed; false where each is to be sent alone, also where the call does not take one of them
 * @throws NodeApiError for a refusal that is about none of them, or when no answer came
 */
export async function changeCompanies(client: B2bClient, rows: readonly CompanyChange[]): Promise<boolean> {
	if (rows.some(({ values }) => ALONE in values)) return false;
	const subject = `${rows.length} companies`;
	return await changeTogether(client, {
		method: 'PUT',
		path: '/companies/bulk',
		body: rows.map(({ id, values }) => ({ companyId: id, ...values })),
		subject,
		gives: givesIf(({ body }) => isGood(body)),
		done: `${subject} were changed`,
	});
}
