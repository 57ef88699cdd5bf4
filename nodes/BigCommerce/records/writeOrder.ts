import type { Entered } from '../../shared/record/field';
import { createOnce } from '../../shared/createOnce';
import { isRecord } from '../../shared/isRecord';
import type { Given } from '../../shared/record/given';
import { isDoubtful } from '../../shared/send';
import { v2Record } from '../transport/dialect';
import { newRows, type Row } from '../transport/newRows';
import { orderSubject, readOrder, subListOf } from '../transport/orders';
import type { StoreClient, StoreRequest } from '../transport/StoreClient';
import { areAdded, type KeysOf } from './addedRows';
import { LINE_LISTS } from './orderLines';

/** By what a line is known again: options and prices are shown in another form than they are sent (BigCommerce reference 3.4, 3.6). */
const KEYS: Readonly<Record<(typeof LINE_LISTS)[number], KeysOf>> = {
	products: ({ product_id: id }) =>
		id === undefined
			? ['name', 'name_customer', 'name_merchant', 'sku', 'quantity']
			: ['product_id', 'variant_id', 'quantity'],
	shipping_addresses: () => ['first_name', 'last_name', 'company', 'street_1', 'city', 'zip'],
};

const addsPickups = ({ consignments }: Row): boolean =>
	isRecord(consignments) && newRows(consignments.pickups).length > 0;

/**
 * Sends a change of an order. One that adds something is never sent again in doubt: a line without an id would be added twice (BigCommerce reference 3.4). The order is read
 * instead, until it shows the lines.
 *
 * @param body what is sent
 * @param standing the order before it, with those of its lists that are sent
 * @throws NodeApiError when it is refused, or nobody knows how it ended
 */
export async function writeOrder(
	client: StoreClient,
	id: number,
	body: Entered,
	standing: Row,
): Promise<Given> {
	const lists = LINE_LISTS.filter((name) => newRows(body[name]).length > 0);
	const makes = lists.length > 0 || addsPickups(body);
	const request: StoreRequest = {
		method: 'PUT',
		path: `/v2/orders/${id}`,
		body,
		subject: orderSubject(id),
		gives: v2Record(id),
		...(makes && { makes }),
	};
	if (!lists.length) return await client.write(request, id);
	const result = await createOnce<Given>(client.functions, {
		send: async () => await client.tryRequest(request),
		made: ({ body: shown }) => (isRecord(shown) ? shown : {}),
		async lookUp() {
			for (const name of lists) {
				const shown = await subListOf(client, id, name);
				if (!areAdded(newRows(body[name]), standing[name], shown, KEYS[name])) return undefined;
			}
			return await readOrder(client, id);
		},
	});
	if ('made' in result) return result.made;
	const next = `Look at order ${id} in the store before you run this item again: every run adds its lines once more.`;
	throw client.refusal(result.refused, request, isDoubtful(result.refused) ? next : undefined);
}
