import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../../../shared/operation';
import type { Metafields, MetafieldInput } from '../../transport/metafields';
import type { StoreClient } from '../../transport/StoreClient';
import { orderLocator } from '../order/orderFields';
import { contentFields, ofOrder, readContent } from './metafieldFields';

/** Somebody else may create or delete the same metafield between our steps; each turn starts from what is there then. */
const TURNS = 3;

export const upsert: Operation<StoreClient> = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		action: 'Create or update an order metafield',
	},
	fields: [orderLocator, ...contentFields],
	async execute(run, client) {
		return await createOrUpdate(ofOrder(run, client), readContent(run));
	},
};

/** The recipe of BigCommerce reference 5.3: look, then change or create; on a duplicate, or in doubt, look again. */
async function createOrUpdate(metafields: Metafields, input: MetafieldInput): Promise<IDataObject> {
	for (let turn = 1; ; turn++) {
		const [present] = await metafields.named(input);
		if (present) return await metafields.update(Number(present.id), input);
		const result = await metafields.tryCreate(input);
		if ('created' in result) return result.created;
		if (turn < TURNS) continue;
		if ('doubt' in result) throw metafields.doubtful(result.doubt);
		return await metafields.create(input);
	}
}
