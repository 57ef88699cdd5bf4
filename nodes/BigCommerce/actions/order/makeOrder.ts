import { decisionOf } from '../../../shared/forDecision';
import type { ItemRun } from '../../../shared/itemRun';
import { parseLinkKey } from '../../../shared/linkKey';
import type { Done } from '../../../shared/once';
import type { Given } from '../../../shared/record/given';
import { objectType } from '../../records/objects';
import { onDefaultChannel } from '../../transport/carriers';
import { ORDER_OWNER, type Owner } from '../../transport/owners';
import type { StoreClient } from '../../transport/StoreClient';
import { onceOnly } from '../onceOnly';
import type { NewOrder } from './newOrder';
import { OrderJob } from './orderJob';

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

/**
 * Makes an order; for a decision once, and not before people have decided.
 *
 * @param called how another system calls it, where it is found again by that
 * @throws NodeApiError when the store refuses it, or nobody knows how it ended; NodeOperationError for what a user can put right
 */
export async function makeOrder(
	run: ItemRun,
	client: StoreClient,
	wanted: NewOrder,
	called?: string,
): Promise<Done<Given>> {
	const { hash } = await client.store();
	const decision = decisionOf(run, hash);
	const owner = decision
		? await ownerOf(client, wanted, decision)
		: { type: ORDER_OWNER, id: String(wanted.likeId ?? '') };
	const job = new OrderJob(run, client, wanted, { called, decision });
	return await onceOnly(run, client, job, { owner, thing: 'order', decision });
}
