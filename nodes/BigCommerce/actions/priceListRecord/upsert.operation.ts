import { batchOf } from '../../../shared/batch';
import { collectionField } from '../../../shared/fields';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { entered, inputsOf } from '../../../shared/record/field';
import { object } from '../../../shared/shape';
import { PRICES, priceListRecord } from '../../records/priceListRecord';
import type { StoreClient } from '../../transport/StoreClient';
import { scopeOf } from '../crud/picked';
import { setPrices, type NewPrice } from './setPrices';
import { readVariantPrice, variantPriceFields } from './variantPrice';

/** BigCommerce reference 2.9. */
const MOST = 1000;

async function read(run: ItemRun, client: StoreClient): Promise<NewPrice> {
	const values = entered(run, 'fields', 'newValues', PRICES);
	if (Object.keys(values).length) return { ...(await readVariantPrice(run, client)), values };
	throw run.refuse({
		what: 'No price was given for the variant',
		next: 'Add at least one under New Values.',
	});
}

async function alone(run: ItemRun, client: StoreClient) {
	const sharing = { goesOn: true, clientOf: () => client };
	const [set] = (await setPrices(client, [await read(run, client)], sharing)) ?? [];
	return set instanceof Error ? await Promise.reject(set) : (set ?? []);
}

export const upsert: Operation<StoreClient> = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		action: 'Create or update a price list record by variant and currency',
	},
	effect: 'change',
	scopes: scopeOf(priceListRecord, 'modify'),
	output: object(priceListRecord.properties),
	fields: [...variantPriceFields, collectionField('New Values', 'newValues', inputsOf(PRICES))],
	execute: alone,
	batch: batchOf<StoreClient, NewPrice>({
		most: MOST,
		read,
		about: ({ priceListId, variant, currency }) => JSON.stringify([priceListId, variant, currency]),
		together: ({ priceListId }) => String(priceListId),
		async send(rows, client, sharing, { clientFor }) {
			const clientOf = (row: NewPrice) => {
				const run = sharing[rows.indexOf(row)];
				const own = clientFor([run]);
				run.ledger.sent();
				return own;
			};
			return await setPrices(client, rows, { goesOn: sharing[0].functions.continueOnFail(), clientOf });
		},
		alone,
	}),
};
