import compact from 'lodash/compact';
import { NodeApiError } from 'n8n-workflow';
import { givesIf, isNamed } from '../../../shared/answer';
import type { Alone } from '../../../shared/batch';
import { createOnce } from '../../../shared/createOnce';
import { isRecord } from '../../../shared/isRecord';
import { orFound } from '../../../shared/orFound';
import type { Entered } from '../../../shared/record/field';
import { fieldsIn, type Given } from '../../../shared/record/given';
import { isDoubtful, type Reply } from '../../../shared/send';
import { whole } from '../../../shared/shape';
import type { Waiter } from '../../../shared/wait';
import type { B2bClient } from './B2bClient';
import { isGood } from './envelope';
import { INFERRED } from './inferred';

/** What one call makes (BigCommerce reference 13.1, 13.2). */
export const MOST_IN_BULK = 10;

const PATH = '/companies';

const ID = 'companyId';

/** So many rows of the list hold what was made a moment ago, whoever else is at work. */
const NEWEST = 100;

/** The ids stand beside the data, with nothing to tell whose they are (company.yaml, `/companies/bulk`). */
const idsIn = (body: unknown): number[] => {
	const meta = isRecord(body) && Array.isArray(body.meta) ? body.meta : [];
	return meta.flatMap((row) => fieldsIn({ [ID]: whole }, row)[ID] ?? []);
};

const idOf = (row: Given): number => fieldsIn({ [ID]: whole }, row)[ID] ?? NaN;

/** What was changed last, the newest first. */
const newest = async (client: B2bClient): Promise<Given[]> =>
	await client.list(
		{
			path: PATH,
			idField: ID,
			query: { sortBy: 'updatedAt', orderBy: 'DESC', isIncludeExtraFields: '1' },
			subject: 'the list of companies',
		},
		NEWEST,
	);

/** By what a row is found again: its list shows no administrator. */
export const companyKey = ({ companyName, companyEmail }: Entered): string =>
	JSON.stringify([companyName, companyEmail]).toLowerCase();

const isOf = (row: Entered, shown: Given): boolean =>
	isNamed(shown, 'companyName', String(row.companyName)) &&
	isNamed(shown, 'companyEmail', String(row.companyEmail));

const matched = (rows: readonly Entered[], shown: readonly Given[]): Array<Given | undefined> =>
	rows.map((row) => shown.find((each) => isOf(row, each)));

/** Of what is made, nothing is known where it was not read. */
export const unread = async (error: unknown): Promise<undefined> =>
	error instanceof NodeApiError ? undefined : await Promise.reject(error);

/** Each row's own company of those that were made, by name and e-mail; those that no list shows yet are read one by one. The last one is told by its place, however it is written. What cannot be read is made all the same: the others are told. */
async function made(
	client: B2bClient,
	rows: readonly Entered[],
	answer: Reply,
): Promise<Array<Given | Error>> {
	const ids = idsIn(answer.body);
	const shown = ((await newest(client).catch(unread)) ?? []).filter((row) =>
		ids.some((id) => isNamed(row, ID, id)),
	);
	const found = matched(rows, shown);
	const left = ids.filter((id) => !found.some((row) => isNamed(row, ID, id)));
	const read = await Promise.all(
		left.map(async (id) => {
			const target = { path: `${PATH}/${id}`, subject: `company ${id}`, idField: ID };
			return (await client.get(target, id).catch(unread)) ?? id;
		}),
	);
	const known = read.filter((each) => typeof each !== 'number');
	const all = rows.map((row, at) => found[at] ?? known.find((each) => isOf(row, each)));
	const rest = read.filter((each) => typeof each === 'number' || !all.includes(each));
	const [last] = rest;
	if (rest.length < 2 && typeof last !== 'number') return all.map((row) => row ?? last);
	const restIds = rest.map((each) => (typeof each === 'number' ? each : idOf(each))).join(', ');
	const error = client.failure(
		{ ...answer, body: undefined },
		{
			what: `B2B Edition made companies that ${known.length < read.length ? 'could not be read' : 'it names otherwise'}, so that nobody knows which is which`,
			next: `Look at the companies with these IDs before you run this again, they are all made: ${restIds}.`,
		},
	);
	return all.map((row) => row ?? error);
}

/**
 * Makes companies in one call, of which B2B Edition tells no webhook (BigCommerce reference 13.2). A refusal may be about some of them only, and does not say about which
 * (company.yaml, `/companies/bulk`, 400): those that are there now and were not before are them. What was not answered is looked for, and never sent again (design page: "Never repeat blindly").
 *
 * @param waiter n8n's functions for this execution
 * @param rows at most ten, of which no two have the same `companyKey`
 * @returns for each row its company, or the error where it is refused or nobody knows; for one of several that was not made how it is sent alone
 * @throws NodeApiError for a refusal that is about none of them
 */
export async function createCompanies(
	waiter: Waiter,
	client: B2bClient,
	rows: readonly Entered[],
): Promise<Array<Given | Error | Alone<B2bClient>>> {
	const isOne = rows.length === 1;
	const name = isOne ? 'the company' : `${rows.length} companies`;
	const request = {
		method: 'POST',
		path: `${PATH}/bulk`,
		body: rows.map((row) => ({ ...row })),
		subject: isOne ? 'the new company' : `${rows.length} new companies`,
		gives: givesIf(({ body }) => isGood(body) && idsIn(body).length === rows.length),
		done: `${name} ${isOne ? 'was' : 'were'} created`,
	} as const;
	const before = await newest(client);
	const isNew = (row: Given) => !before.some((each) => isNamed(each, ID, idOf(row)));
	const look = async () => matched(rows, (await newest(client)).filter(isNew));
	const result = await createOnce<Array<Given | Error>>(waiter, {
		send: async () => await client.tryRequest(request),
		made: async (answer) => await made(client, rows, answer),
		async lookUp() {
			const found = compact(await look());
			return found.length === rows.length ? found : undefined;
		},
	});
	if ('made' in result) return result.made;
	const { refused } = result;
	const isInDoubt = isDoubtful(refused);
	const next = isInDoubt
		? `Look whether ${name} ${isOne ? 'is' : 'are'} there before you run this again.`
		: undefined;
	const error = client.refusal(refused, request, next);
	if (!isInDoubt && !INFERRED.refusedRows.includes(refused.status)) throw error;
	if (isOne) return [error];
	const found = await look();
	/** It may be made without being shown yet. */
	const alone =
		(row: Entered): Alone<B2bClient> =>
		async ({ functions }, own) =>
			await orFound(
				functions,
				async () => await createCompany(functions, own, row),
				async () => matched([row], (await newest(own)).filter(isNew)).at(0),
			);
	return found.map((row, at) => row ?? (isInDoubt ? error : alone(rows[at])));
}

/** Makes one company in the same way. @throws NodeApiError when it is refused or nobody knows */
export async function createCompany(waiter: Waiter, client: B2bClient, row: Entered): Promise<Given> {
	const [became] = await createCompanies(waiter, client, [row]);
	return became instanceof Error || typeof became === 'function' ? await Promise.reject(became) : became;
}
