import type { IDataObject } from 'n8n-workflow';
import { givesIf } from '../../../shared/answer';
import { batchOf } from '../../../shared/batch';
import { isRecord } from '../../../shared/isRecord';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { entered, inputsOf, type Entered } from '../../../shared/record/field';
import { object } from '../../../shared/shape';
import { PRICES, priceListRecord } from '../../records/priceListRecord';
import { INFERRED } from '../../transport/inferred';
import type { StoreClient, StoreRequest } from '../../transport/StoreClient';
import { collectionField } from '../../../shared/fields';
import { scopeOf } from '../crud/picked';
import { named, readVariantPrice, recordsPath, variantPriceFields, type VariantPrice } from './variantPrice';

/** BigCommerce reference 2.9. */
const MOST = 1000;

interface Row extends VariantPrice {
	values: Entered;
}

const { properties, scope } = priceListRecord;

async function read(run: ItemRun, client: StoreClient): Promise<Row> {
	const values = entered(run, 'fields', 'newValues', PRICES);
	if (Object.keys(values).length) return { ...(await readVariantPrice(run, client)), values };
	throw run.refuse({
		what: 'No price was given for the variant',
		next: 'Add at least one under New Values.',
	});
}

const recordOf = ({ variant, currency, values }: Row): IDataObject => ({ ...variant, currency, ...values });

/** What was sent, with its list: the store answers nothing of it. */
const shownOf = (row: Row): IDataObject => ({ price_list_id: row.priceListId, ...recordOf(row) });

/** All of one price list. The answer says nothing but that it is done (BigCommerce reference 9.2). */
function requestOf(rows: readonly Row[]): StoreRequest {
	const [{ priceListId }] = rows;
	const name =
		rows.length > 1 ? `${rows.length} prices in price list ${priceListId}` : `the ${named(rows[0])}`;
	return {
		method: 'PUT',
		path: recordsPath(priceListId),
		body: rows.map(recordOf),
		subject: { name, scope },
		gives: givesIf(
			({ body }) => isRecord(body) && typeof body.data === 'object' && !('batch_errors' in body),
		),
		done: `${name} ${rows.length > 1 ? 'were' : 'was'} set`,
	};
}

export const upsert: Operation<StoreClient> = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		action: 'Create or update a price list record',
	},
	effect: 'change',
	scopes: scopeOf(priceListRecord, 'modify'),
	output: object(properties),
	fields: [...variantPriceFields, collectionField('New Values', 'newValues', inputsOf(PRICES))],
	async execute(run, client) {
		const row = await read(run, client);
		await client.request(requestOf([row]));
		return shownOf(row);
	},
	batch: batchOf<StoreClient, Row>({
		most: MOST,
		read,
		about: ({ priceListId, variant, currency }) => JSON.stringify([priceListId, variant, currency]),
		together: ({ priceListId }) => String(priceListId),
		async send(rows, client) {
			const request = requestOf(rows);
			const { last } = await client.tryRequest(request);
			// One by one, the good ones go through, and the wrong one is named.
			if ('headers' in last && INFERRED.refusedRows.includes(last.status)) return undefined;
			if (!('headers' in last) || last.status >= 300) throw client.refusal(last, request);
			return rows.map(shownOf);
		},
		alone: async (run, client) => await upsert.execute(run, client),
	}),
};
