import { fingerprint } from '../../shared/fingerprint';
import { list, object, orNull, text } from '../../shared/shape';
import type { DecisionRounds, StoredRound } from '../../BigCommerce/links/DecisionRounds';
import type { Services } from '../transport/Services';
import { wayOf, type AskedBy } from '../ways';
import type { Person } from '../ways/way';
import { ROUND, roundItem } from './roundItem';

/** One question of an audit trail. */
export const AUDITED = {
	...ROUND,
	people: list(object({ who: text, step: orNull(text), at: orNull(text), outcome: text })),
	steps: list(object({ state: text, at: text, run: text, note: text })),
	questionSha256: text,
	watched: object(),
};

/** A round with everything that is known of it. */
const auditItem = (round: StoredRound, people: readonly Person[]) => ({
	...roundItem(round),
	people: people.map((person) => ({ ...person })),
	steps: round.record.history.map((step) => ({ ...step })),
	questionSha256: round.record.questionHash ?? fingerprint(round.record.question),
	watched: { ...round.record.watched },
});

export type AuditItem = ReturnType<typeof auditItem>;

const timeOf = ({ record }: StoredRound): string => record.history.at(0)?.at ?? record.claimedAt;

/**
 * Everything that was ever asked about one object, the first question first: each round with the steps that its record keeps, and the people whom the service names.
 *
 * @param ways whose services may be read
 * @param refusal for a round that was asked in another way
 * @throws NodeApiError when a service does not answer: a trail with a hole would prove nothing
 */
export async function auditTrail(
	services: Services,
	rounds: DecisionRounds,
	ways: readonly AskedBy[],
	refusal: (round: StoredRound) => Error,
): Promise<AuditItem[]> {
	const all = [...(await rounds.all())].sort((one, other) => timeOf(one).localeCompare(timeOf(other)));
	const trail: AuditItem[] = [];
	for (const round of all) {
		const { askedBy } = round.record.question;
		if (!ways.includes(askedBy)) throw refusal(round);
		const found = await wayOf(services, askedBy).find(round);
		trail.push(auditItem(round, (await found?.people()) ?? []));
	}
	return trail;
}
