import { batchOf } from '../../../shared/batch';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { fieldsIn, type Given } from '../../../shared/record/given';
import { flag, object, text, whole } from '../../../shared/shape';
import { priceListRecord } from '../../records/priceListRecord';
import { removed } from '../../transport/dialect';
import { INFERRED } from '../../transport/inferred';
import { removeNamed } from '../../transport/removal';
import type { StoreClient } from '../../transport/StoreClient';
import { idIn, scopeOf } from '../crud/picked';
import { removeSeveral } from '../crud/removesSeveral';
import {
	findVariantPrice,
	findVariantPrices,
	named,
	readVariantPrice,
	recordsPath,
	variantPriceFields,
	type VariantPrice,
} from './variantPrice';

const { scope, idField } = priceListRecord;

const gone = (listId: number, row: Given) => ({
	price_list_id: listId,
	...fieldsIn({ variant_id: whole, currency: text }, row),
	deleted: true,
});

async function alone(run: ItemRun, client: StoreClient) {
	const price = await readVariantPrice(run, client);
	const record = await findVariantPrice(run, client, price);
	// The call without a variant removes every price (BigCommerce reference 9.2): this path names one.
	await client.request({
		method: 'DELETE',
		path: `${recordsPath(price.priceListId)}/${idIn(record, idField)}/${price.currency}`,
		subject: { name: named(price), scope },
		gives: removed,
	});
	return gone(price.priceListId, record);
}

/** Several of one price list in one currency: the variants are always named, or every price would go (reference 9.2). */
const removing = (client: StoreClient, { priceListId, currency }: VariantPrice) => ({
	idField,
	look: async (rows: readonly VariantPrice[]) => await findVariantPrices(client, rows),
	async remove(found: readonly Given[]) {
		const name = `${found.length} prices in ${currency} in price list ${priceListId}`;
		return await removeNamed(client, {
			path: recordsPath(priceListId),
			query: { 'variant_id:in': found.map((row) => idIn(row, idField)).join(','), currency },
			subject: { name, scope },
			gives: removed,
			done: `${name} were removed`,
		});
	},
});

export const remove: Operation<StoreClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Remove the price of one variant in one currency; the price of the catalog counts again',
		action: 'Delete a price list record',
	},
	effect: 'change',
	scopes: scopeOf(priceListRecord, 'modify'),
	output: object({ price_list_id: whole, variant_id: whole, currency: text, deleted: flag }),
	fields: variantPriceFields,
	execute: alone,
	batch: batchOf<StoreClient, VariantPrice>({
		most: INFERRED.removedAtOnce,
		read: readVariantPrice,
		together: ({ priceListId, currency }) => `${priceListId} ${currency}`,
		about: named,
		async send(rows, client, [first]) {
			const [{ priceListId }] = rows;
			const removedRows = await removeSeveral(first, rows, removing(client, rows[0]));
			return removedRows?.map((row) => row && gone(priceListId, row));
		},
		alone,
	}),
};
