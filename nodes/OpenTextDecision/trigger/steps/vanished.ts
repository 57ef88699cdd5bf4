import type { StoredRound } from '../../../BigCommerce/links/DecisionRounds';
import { formatLinkKey, type LinkKey } from '../../../shared/linkKey';
import { closing } from '../../rounds/endRound';
import { buryRound, lostText } from '../lostRecord';
import { goneItem } from '../progress';
import type { Looked } from '../told';
import { endingStep } from './ending';
import type { Sight, Turn } from './Turn';

/** The object went, but not what carries its records. */
export async function closeGone(turn: Turn, round: StoredRound): Promise<Looked> {
	const end = { why: `the ${turn.type.one} is gone`, givesBack: false };
	const closed = await turn.recorder.take(round, closing(end));
	return closed ? await endingStep(turn, closed) : {};
}

/** The object went, and its records with it: people are asked no more, and that is told. @param text where it is something else that went */
export async function tellGone(sight: Sight, key: LinkKey, text?: string): Promise<Looked> {
	const why = text ?? `${sight.type.one} ${key.objectId} is gone`;
	await sight.way.end(sight.functions, { record: { key: formatLinkKey(key), question: {} } }, why);
	return { isGone: true, told: [{ output: 'progress', json: goneItem(key, text) }] };
}

/** The record went, and the object stands: that is recorded in its place, so that people are asked no more, it is told once, and who asks again has a round of their own. */
export async function tellLostRecord(turn: Turn, key: LinkKey): Promise<Looked> {
	const lost = await buryRound(turn.recorder, key, turn.settings);
	if (lost === 'nowhere') return await tellGone(turn, key, lostText(turn.type));
	return lost ? await endingStep(turn, lost) : {};
}
