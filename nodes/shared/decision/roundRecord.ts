import { z } from 'zod';

/** A question about one store object is asked in rounds; each has a record, written on the object that carries it (decisions page, section 1). */
export const ROUND_STATES = ['claimed', 'open', 'decided', 'applied', 'closed', 'released'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** How a decision ended for the store: it may go on with the object, it may not, or nobody asks any more. */
export const VERDICTS = ['go', 'stop', 'withdrawn'] as const;
export type Verdict = (typeof VERDICTS)[number];

const detail = z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) });

/** Somebody who is asked to sign. */
const signer = z.object({
	/** What the person is in the document, by which its tags name them. */
	role: z.string(),
	name: z.string().optional(),
	/** Missing where nobody knows it. */
	email: z.string().optional(),
	/** Lower numbers are asked first, equal ones together. */
	order: z.number(),
	/** Nothing is sent without the person. */
	required: z.boolean(),
	/** Approves without a signature on the page. */
	approvesOnly: z.boolean(),
	/** Gets a link in place of a mail. */
	embedded: z.boolean(),
});

/** A file that lies with a case. */
const keptFile = z.object({ name: z.string(), sha256: z.string() });

/** What people are asked: kept from the claim on, so that whoever takes a claim over asks the same. */
const question = z.object({
	askedBy: z.enum(['case', 'signature']),
	/** How the question is called in notes and lists. */
	name: z.string(),
	details: z.array(detail),
	requestedBy: z.string().optional(),
	/** The process model of a case. */
	model: z.string().optional(),
	/** The text of a document, before it is filled. */
	document: z.string().optional(),
	signers: z.array(signer).optional(),
	/** Names of the files that the signers must add. */
	files: z.array(z.string()).optional(),
	/** What is put with the case, by names and hashes: the files themselves are gone with the run that brought them. */
	attached: z.array(keptFile).optional(),
	/** Two required signers may share an address. */
	oneAddressTwice: z.boolean().optional(),
});

/** What became of it in the other system. */
const effect = z.object({ system: z.string(), id: z.string(), url: z.string().optional(), at: z.string() });

const decided = z.object({
	outcome: z.string(),
	reason: z.string().optional(),
	by: z.string().optional(),
	at: z.string().optional(),
});

const begun = z.object({
	at: z.string(),
	/** Left out as long as only effects have marked it that cannot read the object: then it is compared as it stands. */
	changed: z.array(z.string()).optional(),
	heldBy: z.array(z.string()),
});

/** Why a verdict was not carried out, for good: what was not as people had approved it, or where the object was taken. */
const heldBack = z.object({ why: z.string(), changed: z.array(z.string()), movedTo: z.string().optional() });

const proof = z.object({
	files: z.record(z.string()),
	manifest: z.string().optional(),
	address: z.string().optional(),
});

const roundRecord = z.object({
	format: z.literal(2),
	/** The link key. */
	key: z.string(),
	state: z.enum(ROUND_STATES),
	/** Names the claim, so that one whose answer was lost is known again. */
	holder: z.string(),
	/** The workflow of the claim, by its id. */
	workflow: z.string().optional(),
	claimedAt: z.string(),
	leaseMs: z.number(),
	question,
	/** SHA-256 of the question as it was asked, where it was archived without its details. */
	questionHash: z.string().optional(),
	/** What must stay the same, by its name: a hash of how it was when it was asked. */
	watched: z.record(z.string()),
	/** Of the content of the object as it was asked about, where a type has one. */
	version: z.string().optional(),
	/** Whether the object waits for the decision. */
	holds: z.boolean(),
	/** The status of an order before the hold, by its number. */
	statusBefore: z.number().optional(),
	/** What becomes of the question when somebody takes the object out of the hold; left out: it is put back. */
	ifLeft: z.enum(['putBack', 'withdraw', 'leave']).optional(),
	/** What becomes of the question when nobody has answered in time; left out: as its service has it. */
	ifPassed: z.enum(['tell', 'expire']).optional(),
	/** False where people do not get the summary of the object. */
	summary: z.boolean().optional(),
	/** How often the object was put back on hold. */
	timesPutBack: z.number().optional(),
	/** When an answer is wanted, in UTC. */
	deadline: z.string().optional(),
	/** Why people could not be asked: nothing was sent, and whoever takes the claim over asks as it is told then. */
	refused: z.string().optional(),
	effect: effect.optional(),
	decided: decided.optional(),
	/** The first effect of the decision on the store: what changes from then on is our own doing, so that what was changed or held until then is kept. */
	begun: begun.optional(),
	/** How often it was told, and when last. */
	told: z.object({ times: z.number(), last: z.string() }).optional(),
	/** How often a claim of which nothing came was led to Ask again, and when last. */
	askedAgain: z.object({ times: z.number(), last: z.string() }).optional(),
	/** What was told of it besides, and when last, by what tells it from the rest. */
	said: z.record(z.string()).optional(),
	verdict: z.enum(VERDICTS).optional(),
	heldBack: heldBack.optional(),
	/** What has to follow once it was closed: people are asked no more, and the object gets its status back where it is wished. Kept, so that it is repeated after a crash. */
	ending: z
		.object({
			why: z.string(),
			givesBack: z.boolean(),
			isDone: z.boolean(),
			/** What is told of it; left out where nobody is told why, or the object itself tells it. */
			says: z.string().optional(),
		})
		.optional(),
	/** Until when a Go is good, in UTC. */
	validUntil: z.string().optional(),
	/** What proves it: the SHA-256 of each file, of the manifest that names them, and where they are kept. */
	proof: proof.optional(),
	/** What was noted for people to read, each text once: the start of its hash, oldest first. */
	notes: z.array(z.string()).optional(),
	/** The files that were put with the case, oldest first. */
	files: z.array(keptFile).optional(),
	history: z.array(
		z.object({ state: z.enum(ROUND_STATES), at: z.string(), run: z.string(), note: z.string().optional() }),
	),
	/** How many entries of the history were dropped for want of room. */
	historyDropped: z.number().optional(),
});

export type RoundRecord = z.infer<typeof roundRecord>;
export type Question = z.infer<typeof question>;
export type QuestionSigner = z.infer<typeof signer>;
export type KeptFile = z.infer<typeof keptFile>;
export type HeldBack = z.infer<typeof heldBack>;

export type Proof = z.infer<typeof proof>;
export type Decided = z.infer<typeof decided>;

/**
 * Reads the value of a metafield.
 *
 * @returns undefined when it is no record of this form
 */
export function parseRound(value: string): RoundRecord | undefined {
	try {
		const parsed = roundRecord.safeParse(JSON.parse(value));
		return parsed.success ? parsed.data : undefined;
	} catch {
		return undefined;
	}
}

/** Whether a round may be taken over: its claim was given back, or its holder went silent before anything came of it. */
export const isStale = ({ state, claimedAt, leaseMs }: RoundRecord, now: number): boolean =>
	state === 'released' || (state === 'claimed' && Date.parse(claimedAt) + leaseMs < now);

/** Whether a question may have gone out, so that whoever takes its claim over asks the same; one that surely was not is asked as it is told then. Where nobody put one yet (Tell Again), or a record of the first format did not keep it, it has no name. */
export const mayBeAsked = ({ question, refused }: Pick<RoundRecord, 'question' | 'refused'>): boolean =>
	question.name !== '' && refused === undefined;

/** Whether somebody still has to act on it. */
export const isRunning = ({ state }: RoundRecord): boolean =>
	state === 'claimed' || state === 'open' || state === 'decided';

/** Whether it was closed, and what has to follow was not confirmed yet. */
export const isEnding = ({ state, ending }: Pick<RoundRecord, 'state' | 'ending'>): boolean =>
	state === 'closed' && ending !== undefined && !ending.isDone;

/** Whether a run that claimed it may still be about to put it to people: it knows of nothing that others write meanwhile. */
export const mayBeOnItsWay = (
	{ effect, claimedAt, leaseMs }: Pick<RoundRecord, 'effect' | 'claimedAt' | 'leaseMs'>,
	now: number,
): boolean => effect === undefined && Date.parse(claimedAt) + leaseMs >= now;

/** When it was closed, in ms since 1970. */
export const closedAt = ({ history }: Pick<RoundRecord, 'history'>): number =>
	Date.parse(history.find(({ state }) => state === 'closed')?.at ?? '') || 0;

/** Whether the object waits for this round: it was asked with a hold, and is neither a Go nor withdrawn nor given back. A Go on something that is not what people approved is none. */
export const isHolding = ({ holds, verdict, state, heldBack: trouble }: RoundRecord): boolean => {
	const isGo = verdict === 'go' && !trouble?.changed.length;
	return holds && state !== 'released' && !isGo && verdict !== 'withdrawn';
};

/** Whether its object may stand in the hold because of it: it waits for this round, or for others beside its Go, or was not given back yet. */
export const mayHold = (record: RoundRecord): boolean => {
	const isToGiveBack = isEnding(record) && record.ending?.givesBack === true;
	return isHolding(record) || (record.holds && (record.state === 'decided' || isToGiveBack));
};
