import omit from 'lodash/omit';
import { batchOf } from '../../../shared/batch';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { locatorOf } from '../../../shared/record/locator';
import { object } from '../../../shared/shape';
import { channel } from '../../records/channel';
import { customerGroup } from '../../records/customerGroup';
import { priceList } from '../../records/priceList';
import { priceListAssignment } from '../../records/priceListAssignment';
import type { StoreClient } from '../../transport/StoreClient';
import { scopeOf, stayingId } from '../crud/picked';
import { assignSeveral, MOST_ASSIGNMENTS, type Pairing } from './assignSeveral';

/** Not by its name: to look that up takes a right that prices do not need. */
const group = omit(customerGroup.locator, 'key');

/** For whom the item says that which list counts. */
async function pairingOf(run: ItemRun, client: StoreClient): Promise<Pairing> {
	return {
		customer_group_id: run.id(group.name, group.label),
		channel_id: run.id(channel.locator.name, channel.locator.label),
		price_list_id: await stayingId(run, client, priceList),
	};
}

export const upsert: Operation<StoreClient> = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		action: 'Create or update a price list assignment',
	},
	effect: 'change',
	scopes: scopeOf(priceListAssignment, 'modify'),
	output: object(priceListAssignment.properties),
	fields: [locatorOf(priceList.locator), locatorOf(group), locatorOf(channel.locator)],
	async execute(run, client) {
		const { price_list_id: id, ...body } = await pairingOf(run, client);
		return await client.write({
			method: 'PUT',
			path: `${priceList.path}/${id}/assignments`,
			body,
			subject: { name: `assignment of price list ${id}`, scope: priceListAssignment.scope },
			done: `price list ${id} was assigned`,
		});
	},
	batch: batchOf<StoreClient, Pairing>({
		most: MOST_ASSIGNMENTS,
		read: pairingOf,
		about: ({ customer_group_id: of, channel_id: at }) => `${of} ${at}`,
		send: async (rows, client, [first]) =>
			await assignSeveral(client, rows, first.functions.continueOnFail()),
		alone: async (run, client) => await upsert.execute(run, client),
	}),
};
