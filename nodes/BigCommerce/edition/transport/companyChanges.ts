import { givesIf, isNamed } from '../../../shared/answer';
import type { Entered } from '../../../shared/record/field';
import { goodReply } from '../../../shared/send';
import type { B2bClient } from './B2bClient';
import { isGood } from './envelope';
import { INFERRED } from './inferred';

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
 * @returns whether they are changed; false where each is to be sent alone: the call does not take it, was refused, or was answered with what says nothing. The same values may be
 * sent twice, also where some of them were taken
 * @throws NodeApiError for a refusal that is about none of them, or when no answer came
 */
export async function changeCompanies(client: B2bClient, rows: readonly CompanyChange[]): Promise<boolean> {
	if (rows.some(({ values }) => ALONE in values)) return false;
	const subject = `${rows.length} companies`;
	const request = {
		method: 'PUT',
		path: '/companies/bulk',
		body: rows.map(({ id, values }) => ({ companyId: id, ...values })),
		subject,
		gives: givesIf(({ body }) => isGood(body)),
		done: `${subject} were changed`,
	} as const;
	const { last } = await client.tryRequest(request);
	if (goodReply(last)) return true;
	const isUnclear = 'instead' in last && last.instead !== undefined;
	if (isUnclear || INFERRED.refusedRows.includes(last.status)) return false;
	throw client.refusal(last, request);
}
