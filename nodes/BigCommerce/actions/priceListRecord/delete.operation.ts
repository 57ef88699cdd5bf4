import type { Operation } from '../../../shared/operation';
import { flag, object, text, whole } from '../../../shared/shape';
import { priceListRecord } from '../../records/priceListRecord';
import { removed } from '../../transport/dialect';
import type { StoreClient } from '../../transport/StoreClient';
import { scopeOf } from '../crud/picked';
import { findVariantPrice, named, readVariantPrice, recordsPath, variantPriceFields } from './variantPrice';

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
	async execute(run, client) {
		const price = await readVariantPrice(run, client);
		const { variant_id: variantId, currency } = await findVariantPrice(run, client, price);
		// The call without a variant removes every price (BigCommerce reference 9.2): this path names one.
		await client.request({
			method: 'DELETE',
			path: `${recordsPath(price.priceListId)}/${Number(variantId)}/${price.currency}`,
			subject: { name: named(price), scope: priceListRecord.scope },
			gives: removed,
		});
		return { price_list_id: price.priceListId, variant_id: variantId, currency, deleted: true };
	},
};
