import type { StoredRound } from '../../BigCommerce/links/DecisionRounds';
import { OnceClaim } from '../../BigCommerce/links/once';
import { ORDER_OWNER } from '../../BigCommerce/transport/owners';
import { parseOnce, type OnceRecord } from '../../shared/onceRecord';
import { SET_BY_EFFECTS } from '../records/order';
import type { Services } from '../transport/Services';

/**
 * Whether a status that an order has is the doing of this very decision: of its refund, or of its shipment, which have claims of their own. What staff refunded or shipped before
 * leaves the effect nothing to do: its claim says so, and makes nothing its own.
 *
 * @throws NodeApiError when the store does not answer
 */
export async function isOwnDoing(
	{ store }: Pick<Services, 'store'>,
	{ key, record }: StoredRound,
	status: number,
): Promise<boolean> {
	const set = SET_BY_EFFECTS.get(status);
	if (!set || record.begun === undefined) return false;
	const claim = new OnceClaim(store, { type: ORDER_OWNER, id: key.objectId }, set.effect, record.key);
	return (await claim.read()).some(({ text }) => hasActed(parseOnce(text)));
}

/** One of which nobody knows how it ended may have acted. */
const hasActed = (claim: OnceRecord | undefined): boolean =>
	claim !== undefined && claim.made?.nothing !== true;
