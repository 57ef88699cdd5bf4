import omit from 'lodash/omit';
import type { INodeProperties } from 'n8n-workflow';
import { batchOf } from '../../../shared/batch';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { locatorOf } from '../../../shared/record/locator';
import { object } from '../../../shared/shape';
import { isRecord } from '../../../shared/isRecord';
import { channel } from '../../records/channel';
import { customerGroup } from '../../records/customerGroup';
import { priceList } from '../../records/priceList';
import { priceListAssignment } from '../../records/priceListAssignment';
import type { StoreClient } from '../../transport/StoreClient';
import { scopeOf, stayingId } from '../crud/picked';
import { assignPartly } from './assignPartly';
import { assignSeveral, MOST_ASSIGNMENTS } from './assignSeveral';
import type { Pairing } from './pairing';

/** Not by its name: to look that up takes a right that prices do not need. */
const group = omit(customerGroup.locator, 'key');

const GROUP: INodeProperties = {
	...omit(locatorOf(group), 'required'),
	description: 'Left empty, the list is the default of the channel',
};

const CHANNEL: INodeProperties = {
	...omit(locatorOf(channel.locator), 'required'),
	description: 'Left empty, the list counts for the group in all channels',
};

/** Whether nothing was entered. An expression that came to nothing is a mistake: the list would count for everyone. */
function isLeftEmpty(run: ItemRun, { name }: INodeProperties): boolean {
	const { [name]: entered }: Record<string, unknown> = run.node.parameters;
	return [undefined, null, ''].some((empty) => empty === (isRecord(entered) ? entered.value : entered));
}

/** For whom the item says that which list counts. @throws NodeOperationError when it names neither group nor channel */
async function pairingOf(run: ItemRun, client: StoreClient): Promise<Pairing> {
	const [ofGroup, inChannel] = [GROUP, CHANNEL].map((field) => !isLeftEmpty(run, field));
	if (!ofGroup && !inChannel) {
		throw run.refuse({
			what: 'Neither a customer group nor a channel was chosen',
			next: 'Choose for whom the price list counts: a group, a channel, or a group in a channel.',
		});
	}
	return {
		...(ofGroup && { customer_group_id: run.id(group.name, group.label) }),
		...(inChannel && { channel_id: run.id(channel.locator.name, channel.locator.label) }),
		price_list_id: await stayingId(run, client, priceList),
	};
}

export const upsert: Operation<StoreClient> = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		action: 'Create or update a price list assignment by group and channel',
	},
	effect: 'change',
	scopes: scopeOf(priceListAssignment, 'modify'),
	output: object(priceListAssignment.properties),
	fields: [locatorOf(priceList.locator), GROUP, CHANNEL],
	async execute(run, client) {
		const wanted = await pairingOf(run, client);
		const { price_list_id: id, ...body } = wanted;
		if (Object.keys(body).length < 2) return await assignPartly(run, client, wanted);
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
