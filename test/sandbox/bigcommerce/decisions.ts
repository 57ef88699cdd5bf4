import { z } from 'zod';

/** A record as both formats keep it, as far as the page tells of it. Whatever else stands in it is left alone. */
const recordSchema = z
	.object({
		state: z.string(),
		verdict: z.string(),
		holds: z.boolean(),
		effect: z.object({ system: z.string(), id: z.string(), url: z.string() }).partial(),
		decided: z.object({ outcome: z.string(), by: z.string(), reason: z.string() }).partial(),
		decision: z.object({ outcome: z.string(), by: z.string(), reason: z.string() }).partial(),
		outcome: z.string(),
		decidedBy: z.string(),
		reason: z.string(),
	})
	.partial();

export interface LinkMetafield {
	namespace: string;
	key: string;
	/** JSON, unless somebody else wrote it */
	value: string;
}

/** What was decided about an order in one round, or is being decided. */
export interface OrderDecision {
	purpose: string;
	/** tells several questions of one purpose apart */
	part?: string;
	round: number;
	state: string;
	/** whether the store may go on: go, stop or withdrawn */
	verdict?: string;
	outcome?: string;
	by?: string;
	reason?: string;
	/** of the case or document */
	system?: string;
	effectId?: string;
	/** whether it keeps the order from going on, alone */
	holding: boolean;
	/** it was folded into the archive of its order */
	archived: boolean;
	/** purposes of the others that hold the order while this one waits to be carried out */
	heldBy: string[];
}

interface Place {
	purpose: string;
	part?: string;
	round: number;
}

const NEW_NAMESPACE = /^opentext_link\.([a-z0-9-]{1,40})$/;

/** `order:100.7001:2` (decisions, section 1). */
const NEW_KEY = /^[a-z_]+:[^:.]+(?:\.([^:]+))?:(\d+)$/;

/** `risk-review:2` below the one namespace. */
const OLD_KEY = /^([\w-]+):(\d+)$/;

/** States in which a round of the old format keeps its order; what it holds after a decision, only its template knows. */
const OLD_HOLDS: ReadonlySet<string | undefined> = new Set(['claimed', 'open']);

/** Verdicts and states after which a round holds nothing any more. */
const LETS_GO: ReadonlySet<string | undefined> = new Set(['go', 'withdrawn', 'released', 'closed']);

function placeOf({ namespace, key }: LinkMetafield): (Place & { isNew: boolean }) | undefined {
	const [, purpose] = NEW_NAMESPACE.exec(namespace) ?? [];
	if (purpose !== undefined) {
		const found = NEW_KEY.exec(key);
		return found ? { purpose, part: found[1], round: Number(found[2]), isNew: true } : undefined;
	}
	const found = namespace === 'opentext_link' ? OLD_KEY.exec(key) : null;
	return found ? { purpose: found[1], round: Number(found[2]), isNew: false } : undefined;
}

const recordOf = (value: string): z.infer<typeof recordSchema> => {
	try {
		return recordSchema.parse(JSON.parse(value));
	} catch {
		return { state: 'unreadable' };
	}
};

function decisionOf(metafield: LinkMetafield): OrderDecision | undefined {
	const place = placeOf(metafield);
	if (!place) return undefined;
	const { isNew, ...where } = place;
	const record = recordOf(metafield.value);
	const { state = 'unreadable', effect = {}, decision = {}, decided = decision } = record;
	const verdict = record.verdict?.toLowerCase();
	const holds = isNew
		? record.holds === true && !LETS_GO.has(verdict) && !LETS_GO.has(state)
		: OLD_HOLDS.has(state);
	return {
		...where,
		state,
		verdict,
		outcome: record.outcome ?? decided.outcome,
		by: record.decidedBy ?? decided.by,
		reason: record.reason ?? decided.reason,
		system: effect.system,
		effectId: effect.id,
		holding: holds,
		archived: false,
		heldBy: [],
	};
}

const ARCHIVE_NAMESPACE = 'opentext_link._archive';

const archiveSchema = z.object({
	format: z.literal('archive'),
	rounds: z.array(z.object({ key: z.string() }).passthrough()),
});

/** `sandbox1:order:100.7001:return:2` (decisions, section 1). */
const LINK_KEY = /^[^:]+:([a-z_]+:[^:]+):([a-z0-9-]{1,40}):(\d+)$/i;

/** The finished rounds that an archive entry holds. */
function archivedIn({ namespace, value }: LinkMetafield): OrderDecision[] {
	if (namespace !== ARCHIVE_NAMESPACE) return [];
	const { rounds } = archiveSchema.parse(JSON.parse(value));
	return rounds.flatMap((round) => {
		const [, about, purpose, number] = LINK_KEY.exec(round.key) ?? [];
		if (purpose === undefined) return [];
		const stood = { namespace: `opentext_link.${purpose}`, key: `${about}:${number}` };
		const decision = decisionOf({ ...stood, value: JSON.stringify(round) });
		return decision ? [{ ...decision, archived: true }] : [];
	});
}

const isSameQuestion = (one: OrderDecision, two: OrderDecision): boolean =>
	one.purpose === two.purpose && one.part === two.part;

const nameOf = ({ purpose, part }: OrderDecision): string =>
	part === undefined ? purpose : `${purpose} (${part})`;

/**
 * The rounds that were asked about an order, of every purpose, in both formats of the record, sorted by purpose, part and round.
 *
 * @param metafields of the order; those that are no link are passed over
 */
export function decisionsOf(metafields: readonly LinkMetafield[]): OrderDecision[] {
	const standing = metafields.map(decisionOf).filter((decision) => decision !== undefined);
	// A run that died while it archived leaves a round in both places.
	const archived = metafields
		.flatMap(archivedIn)
		.filter((one) => !standing.some((other) => isSameQuestion(one, other) && one.round === other.round));
	const decisions = [...standing, ...archived];
	const isWaiting = ({ state }: OrderDecision) => state === 'decided';
	return decisions
		.map((decision) => ({
			...decision,
			heldBy: isWaiting(decision)
				? decisions.filter((other) => other.holding && !isSameQuestion(other, decision)).map(nameOf)
				: [],
		}))
		.sort((a, b) => nameOf(a).localeCompare(nameOf(b)) || a.round - b.round);
}
