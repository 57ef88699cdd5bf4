import type { IDataObject } from 'n8n-workflow';
import { asError, type Settled } from '../../../shared/batch';
import type { Entered } from '../../../shared/record/field';
import { goodReply } from '../../../shared/send';
import { priceListRecord } from '../../records/priceListRecord';
import { givesPrices, priceFaultsIn, saying } from '../../transport/priceFaults';
import { unlessRowsRefused } from '../../transport/refusedRows';
import type { StoreClient, StoreRequest } from '../../transport/StoreClient';
import { named, recordsPath, type VariantPrice } from './variantPrice';

/** One price with what it is to be. */
export interface NewPrice extends VariantPrice {
	values: Entered;
}

const recordOf = ({ variant, currency, values }: NewPrice): IDataObject => ({
	...variant,
	currency,
	...values,
});

/** What was sent, with its list: the store answers nothing of it. */
const shownOf = (row: NewPrice): IDataObject => ({ price_list_id: row.priceListId, ...recordOf(row) });

/** All of one price list. */
function requestOf(rows: readonly NewPrice[]): StoreRequest {
	const [{ priceListId }] = rows;
	const name =
		rows.length > 1 ? `${rows.length} prices in price list ${priceListId}` : `the ${named(rows[0])}`;
	return {
		method: 'PUT',
		path: recordsPath(priceListId),
		body: rows.map(recordOf),
		subject: { name, scope: priceListRecord.scope },
		gives: givesPrices,
		done: `${name} ${rows.length > 1 ? 'were' : 'was'} set`,
	};
}

/** How prices are set that share a call. */
interface Sharing {
	/** Whether what follows a refused one is wanted. */
	goesOn: boolean;
	/** The client of the row's own item, whose errors name it and say that it was sent. */
	clientOf(row: NewPrice): StoreClient;
}

type Became = Settled<IDataObject> | undefined;

/**
 * Sets prices in one call. A row that the answer names is refused with what it says of it. The others are sent once more without it: whether the store kept them is not said
 * (BigCommerce reference 9.2), and a price that is set again stays the same.
 *
 * @returns what each became, undefined for one that is to be sent alone; undefined when the answer does not tell which are wrong
 * @throws NodeApiError for every other refusal, and when nobody knows how it ended
 */
export async function setPrices(
	client: StoreClient,
	rows: readonly NewPrice[],
	{ goesOn, clientOf }: Sharing,
): Promise<Became[] | undefined> {
	const request = requestOf(rows);
	const { last, write } = await client.tryRequest(request);
	const isSeveral = rows.length > 1;
	const faults = priceFaultsIn(last);
	if (!('headers' in last) || !faults.length) {
		return unlessRowsRefused(client, request, last, isSeveral) && rows.map(shownOf);
	}
	if (goodReply(last)) write?.settle(false);
	unlessRowsRefused(client, request, saying(last, faults), isSeveral);
	const own = rows.map((row) => faults.filter((fault) => fault.isAbout(row.variant, row.currency)));
	const firstWrong = own.findIndex((said) => said.length > 0);
	if (firstWrong < 0) return undefined;
	const rest = rows.filter((_row, at) => !own[at].length && (goesOn || at < firstWrong));
	// One alone is left for the call of its own item.
	const isJoint = rest.length > 1;
	if (isJoint) write?.doubt();
	const send = async () => (isJoint ? await setPrices(client, rest, { goesOn, clientOf }) : undefined);
	const set = await send().catch((error: unknown): Became[] => rest.map(() => asError(error)));
	return rows.map((row, at) =>
		own[at].length
			? clientOf(row).refusal(saying(last, own[at]), requestOf([row]))
			: set?.[rest.indexOf(row)],
	);
}
