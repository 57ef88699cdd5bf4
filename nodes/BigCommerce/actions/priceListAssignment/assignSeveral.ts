import uniq from 'lodash/uniq';
import { givesIf, isNamed, isNoBody } from '../../../shared/answer';
import { isRecord } from '../../../shared/isRecord';
import type { Given } from '../../../shared/record/given';
import { goodReply, isDoubtful } from '../../../shared/send';
import { priceListAssignment } from '../../records/priceListAssignment';
import { isAboutRows } from '../../transport/refusedRows';
import type { StoreClient, StoreRequest } from '../../transport/StoreClient';

/** BigCommerce reference 9.3. */
export const MOST_ASSIGNMENTS = 25;

const { path, scope, words } = priceListAssignment;

/** Which list counts for whom. */
export type Pairing = Record<'price_list_id' | 'customer_group_id' | 'channel_id', number>;

const FOR_WHOM = ['customer_group_id', 'channel_id'] as const;

const isFor = (row: Given, pairing: Pairing): boolean =>
	FOR_WHOM.every((name) => isNamed(row, name, pairing[name]));

/** What counts for the groups of all of them. */
const standingFor = async (client: StoreClient, rows: readonly Pairing[]): Promise<Given[]> =>
	await client.list({
		path,
		query: { 'customer_group_id:in': uniq(rows.map(({ customer_group_id: id }) => id)).join(',') },
		subject: { name: `the list of ${words}`, scope },
	});

/**
 * Assigns price lists in one call, which only makes new assignments and answers nothing of them (BigCommerce reference 9.3): what stands is read before and afterwards. Whatever is not
 * there then is left for the call for one, which may be repeated.
 *
 * @param goesOn whether what is behind a wrong item is done all the same: else nothing is made behind one that is to be changed, which may be refused
 * @returns for each what stands; undefined for one that is to be sent alone
 * @throws NodeApiError for a refusal that is about none of them
 */
export async function assignSeveral(
	client: StoreClient,
	rows: readonly Pairing[],
	goesOn: boolean,
): Promise<Array<Given | undefined>> {
	const standing = await standingFor(client, rows);
	const ofRow = (found: readonly Given[], row: Pairing) =>
		found.find((each) => isFor(each, row) && isNamed(each, 'price_list_id', row.price_list_id));
	const isNew = (row: Pairing) => !standing.some((each) => isFor(each, row));
	const firstChange = rows.findIndex((row) => !isNew(row) && !ofRow(standing, row));
	const fresh = rows.slice(0, goesOn || firstChange < 0 ? rows.length : firstChange).filter(isNew);
	if (fresh.length < 2) return rows.map((row) => ofRow(standing, row));
	const name = `${fresh.length} ${words}`;
	const request: StoreRequest = {
		method: 'POST',
		path,
		body: fresh.map((row) => ({ ...row })),
		subject: { name, scope },
		gives: givesIf(({ body }) => isNoBody(body) || isRecord(body)),
		done: `${name} were made`,
	};
	const { last } = await client.tryRequest(request);
	const isOver = goodReply(last) ?? (isDoubtful(last) || isAboutRows(last));
	if (!isOver) throw client.refusal(last, request);
	const found = await standingFor(client, rows);
	return rows.map((row) => ofRow(found, row));
}
