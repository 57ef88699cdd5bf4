import omit from 'lodash/omit';
import type { IDataObject } from 'n8n-workflow';
import { givesIf, isNamed } from '../../../shared/answer';
import { batchOf } from '../../../shared/batch';
import { isRecord } from '../../../shared/isRecord';
import type { ItemRun } from '../../../shared/itemRun';
import { inputOf, text, whole, type Field } from '../../../shared/record/field';
import { locatorOf } from '../../../shared/record/locator';
import { goodReply, type Outcome } from '../../../shared/send';
import * as is from '../../../shared/shape';
import { inventory } from '../../records/inventory';
import { location } from '../../records/location';
import { productVariant } from '../../records/productVariant';
import type { StoreClient, StoreRequest } from '../../transport/StoreClient';
import { scopeOf, type Made } from '../crud/picked';
import { pickedVariant, variantNamed, type VariantKey } from '../productVariant/pickedVariant';

/** BigCommerce reference 2.9. */
const MOST = 2000;

/** All of one call is refused, and nothing of it carried out (reference 8.2). */
const REFUSED = 422;

const LARGEST = 2_147_483_647;

/** The two ways of changing stock (reference 8.2). */
interface Adjustment extends Pick<Made, 'effect'>, Pick<StoreRequest, 'method' | 'path'> {
	quantity: { description: string; least?: number };
}

interface Row {
	location_id: number;
	variant: VariantKey;
	quantity: number;
	reason: string;
}

/** Not by its code: to look that up takes a right that stock does not need. */
const place = omit(location.locator, 'key');

const reason = inputOf([
	'reason',
	text('Reason', 'Why, for the history of the stock', { like: 'Stocktaking' }),
]);

const itemOf = ({ location_id, variant, quantity }: Row): IDataObject => ({
	location_id,
	...variant,
	quantity,
});

/** The answer names the transaction and nothing of the stock, which may still show the old level. */
const shownOf = (row: Row, { body }: { body?: unknown }): IDataObject => ({
	...itemOf(row),
	transaction_id: isRecord(body) ? String(body.transaction_id) : '',
});

/** An operation that changes stock; up to 2,000 items of one reason go in one call. */
export function adjusts({ effect, method, path, quantity: { description, least } }: Adjustment): Made {
	const field: Field = whole('Quantity', description, { least, most: LARGEST, required: true });
	const quantity = inputOf(['quantity', field]);

	const read = async (run: ItemRun): Promise<Row> =>
		await Promise.resolve({
			variant: pickedVariant(run),
			quantity: run.number(quantity.name, 0, {
				label: quantity.displayName,
				least,
				most: LARGEST,
				whole: true,
			}),
			reason: run.text(reason.name),
			location_id: run.id(place.name, place.label),
		});

	const requestOf = (rows: readonly Row[]): StoreRequest => {
		const [row] = rows;
		const name =
			rows.length > 1
				? `the stock of ${rows.length} variants`
				: `the stock of ${variantNamed(row.variant)} at location ${row.location_id}`;
		return {
			method,
			path,
			body: { ...(row.reason && { reason: row.reason }), items: rows.map(itemOf) },
			subject: { name, scope: inventory.scope },
			gives: givesIf(({ body }) => isNamed(body, 'transaction_id')),
			done: `${name} was changed`,
		};
	};

	const must = ({ last }: Outcome, request: StoreRequest, client: StoreClient) => {
		const good = goodReply(last);
		if (good) return good;
		throw client.refusal(last, request);
	};

	const alone = async (run: ItemRun, client: StoreClient): Promise<IDataObject> => {
		const row = await read(run);
		const request = requestOf([row]);
		return shownOf(row, must(await client.tryRequest(request), request, client));
	};

	return {
		effect,
		scopes: scopeOf(inventory, 'modify'),
		output: is.object({
			location_id: is.whole,
			variant_id: is.whole,
			sku: is.text,
			quantity: is.whole,
			transaction_id: is.text,
		}),
		fields: [locatorOf(productVariant.locator), locatorOf(place), quantity, reason],
		execute: alone,
		batch: batchOf<StoreClient, Row>({
			most: MOST,
			read,
			together: (row) => row.reason,
			about: ({ location_id, variant }) => JSON.stringify([location_id, variant]),
			async send(rows, client) {
				const request = requestOf(rows);
				const outcome = await client.tryRequest(request);
				if (outcome.last.status === REFUSED) return undefined;
				const good = must(outcome, request, client);
				return rows.map((row) => shownOf(row, good));
			},
			alone,
		}),
	};
}
