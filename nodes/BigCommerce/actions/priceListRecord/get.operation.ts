import type { Operation } from '../../../shared/operation';
import { object } from '../../../shared/shape';
import { priceListRecord } from '../../records/priceListRecord';
import type { StoreClient } from '../../transport/StoreClient';
import { scopeOf } from '../crud/picked';
import { findVariantPrice, readVariantPrice, variantPriceFields } from './variantPrice';

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve what a price list says of one variant in one currency',
		action: 'Get a price list record',
	},
	effect: 'read',
	scopes: scopeOf(priceListRecord, 'read-only'),
	output: object(priceListRecord.properties),
	fields: variantPriceFields,
	async execute(run, client) {
		return await findVariantPrice(run, client, await readVariantPrice(run, client));
	},
};
