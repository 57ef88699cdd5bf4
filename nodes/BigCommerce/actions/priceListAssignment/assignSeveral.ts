import type { Given } from '../../../shared/record/given';
import { goodReply, isDoubtful } from '../../../shared/send';
import { isAboutRows } from '../../transport/refusedRows';
import type { StoreClient } from '../../transport/StoreClient';
import { assigning, isFor, standingFor, standingOf, type Pairing } from './pairing';

/** BigCommerce reference 9.3. */
export const MOST_ASSIGNMENTS = 25;

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
	const isNew = (row: Pairing) => !standing.some((each) => isFor(each, row));
	const firstChange = rows.findIndex((row) => !isNew(row) && !standingOf(standing, row));
	const fresh = rows.slice(0, goesOn || firstChange < 0 ? rows.length : firstChange).filter(isNew);
	if (fresh.length < 2) return rows.map((row) => standingOf(standing, row));
	const request = assigning(fresh);
	const { last } = await client.tryRequest(request);
	const isOver = goodReply(last) ?? (isDoubtful(last) || isAboutRows(last));
	if (!isOver) throw client.refusal(last, request);
	const found = await standingFor(client, rows);
	return rows.map((row) => standingOf(found, row));
}
