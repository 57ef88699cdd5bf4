import { z } from 'zod';

/** The states of a link, in the order in which they are passed (design page, "The link record"). */
export const LINK_STATES = ['claimed', 'open', 'decided', 'applied', 'closed'] as const;

export type ForwardState = (typeof LINK_STATES)[number];
export type LinkState = ForwardState | 'released';

/** Who did what, when, in the other system. Fields are added as they become known, never taken away. */
const effectSchema = z.object({
	system: z.string().optional(),
	id: z.string().optional(),
	url: z.string().optional(),
	at: z.string().optional(),
	/** What the store object was like when it was sent there, for example a hash, so that a later change of it is noticed. */
	snapshot: z.string().optional(),
});

const decisionSchema = z.object({
	outcome: z.string().optional(),
	by: z.string().optional(),
	at: z.string().optional(),
	reason: z.string().optional(),
	documents: z.array(z.object({ name: z.string(), sha256: z.string() })).optional(),
});

const stateSchema = z.enum([...LINK_STATES, 'released']);

const recordSchema = z.object({
	version: z.literal(1),
	key: z.string(),
	state: stateSchema,
	holder: z.string(),
	claimedAt: z.string(),
	leaseMs: z.number(),
	effect: effectSchema.optional(),
	decision: decisionSchema.optional(),
	history: z.array(
		z.object({ state: stateSchema, at: z.string(), run: z.string(), note: z.string().optional() }),
	),
	/** How many older entries of the history were dropped to stay within the metafield's size. */
	historyDropped: z.number().optional(),
});

export type LinkEffect = z.infer<typeof effectSchema>;
export type LinkDecision = z.infer<typeof decisionSchema>;
export type LinkRecord = z.infer<typeof recordSchema>;

/** What carries a link holds 65,535 characters; the rest is room for the last step. */
const VALUE_LENGTH = 60_000;

export interface ClaimDetails {
	key: string;
	/** Names this claim and no other, so that a claimer whose reply was lost can recognise its own. */
	holder: string;
	/** The n8n execution. */
	run: string;
	/** How long the claim holds against others, in ms. */
	leaseMs: number;
}

/**
 * A fresh claim.
 *
 * @param details who claims what, for how long
 * @param now the time, in ms since 1970
 * @param before the stale or released record that this one takes over from; its history is kept
 */
export function claimRecord(details: ClaimDetails, now: number, before?: LinkRecord): LinkRecord {
	const at = new Date(now).toISOString();
	const { key, holder, run, leaseMs } = details;
	const note = before ? `taken over from ${before.holder}` : undefined;
	return {
		version: 1,
		key,
		state: 'claimed',
		holder,
		claimedAt: at,
		leaseMs,
		history: [...(before?.history ?? []), { state: 'claimed', at, run, ...(note && { note }) }],
		...(before?.historyDropped && { historyDropped: before.historyDropped }),
	};
}

/** Whether a claim may be taken over: it was given back, or its holder went silent before anything came of it. */
export const isUpForTakeover = (record: LinkRecord, now: number): boolean =>
	record.state === 'released' ||
	(record.state === 'claimed' && Date.parse(record.claimedAt) + record.leaseMs < now);

export interface Step {
	state: LinkState;
	/** The n8n execution that takes the step. */
	run: string;
	effect?: LinkEffect;
	decision?: LinkDecision;
	note?: string;
}

/** What a step makes of a record: the new record, "no change" when the state already stands, or why the step is refused. */
export type StepResult = { record: LinkRecord; changed: boolean } | { refused: string };

/** What is given now over what was known; nothing known is taken away. */
const added = <Details extends object>(known?: Details, given?: Details) =>
	(known ?? given) && {
		...known,
		...Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value !== undefined)),
	};

const rank = (state: LinkState) => LINK_STATES.findIndex((known) => known === state);

/** Whether a link in one state has passed another; a released one has not. */
export const isPast = (state: LinkState, other: ForwardState): boolean => rank(state) > rank(other);

/**
 * Takes one step. States only move forward; the state that already stands is no change; only an unused claim can be released.
 *
 * @param record the record as it stands
 * @param step where to go
 * @param now the time, in ms since 1970
 */
export function advance(record: LinkRecord, step: Step, now: number): StepResult {
	if (step.state === record.state) return { record, changed: false };
	if (record.state === 'released') return { refused: 'it was released, so it must be claimed again first' };
	if (step.state === 'released' && record.state !== 'claimed') {
		return { refused: `it is already "${record.state}", and only an unused claim can be released` };
	}
	if (step.state !== 'released' && isPast(record.state, step.state)) {
		return { refused: `it is already "${record.state}", and a link never goes back to "${step.state}"` };
	}
	const at = new Date(now).toISOString();
	const { state, run, note } = step;
	const effect = added(record.effect, step.effect);
	const decision = added(record.decision, step.decision);
	return {
		changed: true,
		record: {
			...record,
			state,
			...(effect && { effect }),
			...(decision && { decision }),
			history: [...record.history, { state, at, run, ...(note && { note }) }],
		},
	};
}

/**
 * The record as a metafield value; the oldest history entries go first when it would grow too long, but the first claim and the last step stay.
 *
 * @throws RangeError when even a short history does not fit
 */
export function serializeLink(record: LinkRecord): string {
	let current = record;
	for (;;) {
		const text = JSON.stringify(current);
		if (text.length <= VALUE_LENGTH) return text;
		const spare = current.history.length - 2;
		if (spare <= 0) throw new RangeError('The link record is longer than a metafield can hold');
		const drop = Math.ceil(spare / 2);
		current = {
			...current,
			history: [current.history[0], ...current.history.slice(1 + drop)],
			historyDropped: (current.historyDropped ?? 0) + drop,
		};
	}
}

/**
 * Reads a metafield value.
 *
 * @returns undefined when it is not a link record of a version that this package knows
 */
export function parseLink(value: string): LinkRecord | undefined {
	try {
		const parsed = recordSchema.safeParse(JSON.parse(value));
		return parsed.success ? parsed.data : undefined;
	} catch {
		return undefined;
	}
}
