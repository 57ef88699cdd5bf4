import { randomUUID } from 'crypto';
import { TAKEN_OVER, TO_BE_TOLD_AGAIN } from '../../shared/decision/attempts';
import { isStale, mayBeAsked, type RoundRecord } from '../../shared/decision/roundRecord';
import { serializeRound } from '../../shared/decision/serializeRound';
import { formatLinkKey, type LinkKey } from '../../shared/linkKey';
import type { Metafields } from '../transport/metafields';
import { claimName, type Claimed, type Claiming } from './claiming';
import { roundInput } from './roundName';
import type { StoredRound } from './storedRound';

/** What a claim is made of. */
export type NewRound = Omit<RoundRecord, 'format' | 'key' | 'state' | 'holder' | 'claimedAt' | 'history'>;

/** Where a round is claimed. */
export interface ClaimPlace extends Required<Pick<Claiming<RoundRecord, StoredRound>, 'stored' | 'remove'>> {
	metafields: Metafields;
}

/**
 * Claims a round: of all who try exactly one gets it. A claim of which nothing came is taken over with the question that it holds. One that is made with its ending is
 * closed from the first, and takes nothing over.
 *
 * @param run the n8n execution
 * @param made what the record holds from the first
 */
export async function claimRound(
	place: ClaimPlace,
	key: LinkKey,
	run: string,
	made: NewRound,
): Promise<Claimed<StoredRound>> {
	const holder = `${run}:${randomUUID()}`;
	const full = formatLinkKey(key);
	return await claimName<RoundRecord, StoredRound>({
		...place,
		holder,
		done: `the question ${full} was claimed`,
		isUp: made.ending ? () => false : isStale,
		make: (now, before) => claimedRound({ full, holder, run, made }, now, before),
		input: (record) => roundInput(key, record),
		created: (field, record) => ({
			metafieldId: field.id ?? 0,
			carrierId: place.metafields.owner.id,
			value: serializeRound(record),
			key,
			record,
			...(field.owner_client_id !== undefined && { account: field.owner_client_id }),
		}),
	});
}

function claimedRound(
	{ full, holder, run, made }: { full: string; holder: string; run: string; made: NewRound },
	now: number,
	before?: RoundRecord,
): RoundRecord {
	const at = new Date(now).toISOString();
	const state = made.ending ? 'closed' : 'claimed';
	const unasked = made.question.name === '' ? TO_BE_TOLD_AGAIN : made.ending?.why;
	const note = before ? `${TAKEN_OVER} ${before.holder}` : unasked;
	const asked = before && mayBeAsked(before) ? before : made;
	return {
		...made,
		question: asked.question,
		...(before?.statusBefore !== undefined && { statusBefore: before.statusBefore }),
		...(before?.askedAgain && { askedAgain: before.askedAgain }),
		...(before?.said && { said: before.said }),
		format: 2,
		key: full,
		state,
		holder,
		claimedAt: at,
		history: [...(before?.history ?? []), { state, at, run, ...(note && { note }) }],
	};
}
