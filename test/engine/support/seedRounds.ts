import { formatLinkKey } from '../../../nodes/shared/linkKey';
import { type RoundRecord } from '../../../nodes/shared/decision/roundRecord';
import { serializeRound } from '../../../nodes/shared/decision/serializeRound';
import { CLIENT_ID, STORE_HASH } from '../../sandbox/core/fixtures';
import type { World } from './world';

/** A round as it is put straight into the store. */
export interface SeededRound {
	purpose: string;
	part?: string;
	round?: number;
	record?: Partial<RoundRecord>;
}

/** What carries rounds, where that is not the object itself (decisions page, section 1). */
export interface SeededCarrier {
	type: string;
	id: number;
}

/** Puts rounds about an object into the store as they stand, without a node or a request. @returns their link keys */
export function seedRounds(
	world: World,
	objectId: number,
	seeded: readonly SeededRound[],
	objectType = 'order',
	carrier: SeededCarrier = { type: objectType, id: objectId },
): string[] {
	const { metafields, lastId } = world.sandbox.bigCommerce.kept();
	return seeded.map(({ purpose, part, round = 1, record = {} }) => {
		const object = { objectType, objectId: String(objectId), ...(part !== undefined && { part }) };
		const key = formatLinkKey({ storeHash: STORE_HASH, ...object, purpose, round });
		const claimedAt = record.claimedAt ?? '2026-01-01T00:00:00.000Z';
		const whole: RoundRecord = {
			format: 2,
			key,
			state: 'applied',
			holder: 'seeded',
			claimedAt,
			leaseMs: 300_000,
			question: { askedBy: 'case', name: 'Seeded', details: [], model: 'order_risk_review' },
			watched: {},
			holds: false,
			history: [{ state: 'claimed', at: claimedAt, run: '1' }],
			...record,
		};
		lastId.metafield += 1;
		const id = lastId.metafield;
		metafields[id] = {
			id,
			permission_set: 'write',
			namespace: `opentext_link.${purpose}`,
			key: `${objectType}:${objectId}${part === undefined ? '' : `.${part}`}:${round}`,
			value: serializeRound(whole),
			description: '',
			resource_type: carrier.type,
			resource_id: carrier.id,
			owner_client_id: CLIENT_ID,
			createdAt: Date.parse(claimedAt),
			modifiedAt: Date.parse(claimedAt),
		};
		return key;
	});
}
