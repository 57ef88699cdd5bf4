import { decisionOf } from '../../../shared/forDecision';
import { parseLinkKey } from '../../../shared/linkKey';
import type { Operation } from '../../../shared/operation';
import { flag, object } from '../../../shared/shape';
import { orders } from '../../records/order';
import { objectType } from '../../records/objects';
import { onDefaultChannel } from '../../transport/carriers';
import { ORDER_OWNER, type Owner } from '../../transport/owners';
import type { StoreClient } from '../../transport/StoreClient';
import { onceOnly } from '../onceOnly';
import type { NewOrder } from './newOrder';
import { OrderJob } from './orderJob';
import { NEW_ORDER_SCOPES, newOrderFields, readItem } from './orderItem';

/** What the order is made for carries the claim: the order that it is like, or else what was decided about. */
async function ownerOf(
	client: StoreClient,
	{ likeId }: NewOrder,
	decision: string | undefined,
): Promise<Owner> {
	if (likeId !== undefined) return { type: ORDER_OWNER, id: String(likeId) };
	const { objectType: name = '', objectId = '' } = (decision && parseLinkKey(decision)) || {};
	const { carrier = onDefaultChannel } = objectType(name) ?? {};
	return await carrier.of(client, objectId);
}

export const create: Operation<StoreClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Make an order, like another one or anew; the store sends no e-mail about it',
		action: 'Create an order',
	},
	effect: 'once',
	scopes: NEW_ORDER_SCOPES,
	output: object({ ...orders.properties, repeated: flag }),
	fields: newOrderFields,
	async execute(run, client) {
		const wanted = readItem(run);
		const { hash } = await client.store();
		const decision = decisionOf(run, hash);
		const owner = decision
			? await ownerOf(client, wanted, decision)
			: { type: ORDER_OWNER, id: String(wanted.likeId ?? '') };
		const job = new OrderJob(run, client, wanted, decision);
		const { made, repeated } = await onceOnly(run, client, job, { owner, thing: 'order', decision });
		return { ...made, repeated };
	},
};
