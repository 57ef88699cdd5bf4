import { fieldsIn, type Given } from '../../../shared/record/given';
import type { B2bClient } from '../transport/B2bClient';
import { quote } from './quote';

/** In these nobody buys a quote any more (BigCommerce reference 13.6). */
const CLOSED: Readonly<Record<number, string>> = { 4: 'ordered', 5: 'expired', 6: 'archived' };

/** Why a quote cannot be bought any more; undefined while it can. */
export const closedAs = (given: Given): string | undefined =>
	CLOSED[fieldsIn(quote.properties, given).status ?? -1];

/**
 * Lets the buyer of a quote buy it, or not. Nothing else of it changes, and repeated it changes nothing: a single field may be sent (BigCommerce reference 13.6).
 *
 * @throws NodeApiError when B2B Edition refuses it
 */
export async function setCheckout(client: B2bClient, id: number, allowCheckout: boolean): Promise<void> {
	await client.write(
		{
			method: 'PUT',
			path: `${quote.path}/${id}`,
			body: { allowCheckout },
			subject: `quote ${id}`,
			idField: quote.idField,
			done: allowCheckout ? `quote ${id} can be bought again` : `quote ${id} waits without checkout`,
		},
		id,
	);
}
