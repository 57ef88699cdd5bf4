import { flag, list, object, orNull, text, whole } from '../../shared/shape';
import type { StoredRound } from '../../BigCommerce/links/DecisionRounds';
import { detailsOf, LINK, linkItem } from './linkItem';

/** What a round says of itself, as the operations that read give it. */
export const ROUND = {
	link: LINK,
	name: text,
	askedBy: text,
	askedAt: text,
	requestedBy: orNull(text),
	details: object(),
	holds: flag,
	deadline: orNull(text),
	overdue: flag,
	outcome: orNull(text),
	reason: orNull(text),
	decidedBy: orNull(text),
	decidedAt: orNull(text),
	validUntil: orNull(text),
	proof: orNull(object({ files: object(), manifest: text, address: text })),
	files: list(object({ name: text, sha256: text })),
	ranOut: flag,
	timesTold: whole,
	place: orNull(object({ system: text, id: text, url: text, at: text })),
};

const hasPassed = (time: string | undefined, now: number): boolean =>
	time !== undefined && Date.parse(time) <= now;

export type RoundItem = ReturnType<typeof roundItem>;

/** A round as it is recorded: what was asked, how it stands, and what people decided. @param now in ms since 1970 */
export function roundItem(round: StoredRound, now = Date.now()) {
	const { record } = round;
	const { question, decided, effect } = record;
	return {
		link: linkItem(round),
		name: question.name,
		askedBy: question.askedBy,
		askedAt: record.claimedAt,
		requestedBy: question.requestedBy ?? null,
		details: detailsOf(round),
		holds: record.holds,
		deadline: record.deadline ?? null,
		overdue: record.state === 'open' && hasPassed(record.deadline, now),
		outcome: decided?.outcome ?? null,
		reason: decided?.reason ?? null,
		decidedBy: decided?.by ?? null,
		decidedAt: decided?.at ?? null,
		validUntil: record.validUntil ?? null,
		proof: record.proof ? { ...record.proof } : null,
		files: (record.files ?? []).map((file) => ({ ...file })),
		ranOut: record.verdict === 'go' && hasPassed(record.validUntil, now),
		timesTold: record.told?.times ?? 0,
		place: effect ? { ...effect } : null,
	};
}
