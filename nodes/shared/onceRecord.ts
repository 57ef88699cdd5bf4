import { z } from 'zod';
import type { OnceWish } from './onceWish';

/** What stands under the key of something that may happen once. */
const schema = z.object({
	version: z.literal(1),
	/** What it is and for which decision, in full: the key of the place may be a hash of it. */
	key: z.string(),
	state: z.enum(['claimed', 'done']),
	/** Names this claim and no other, so that a claimer whose answer was lost can recognise its own. */
	holder: z.string(),
	claimedAt: z.string(),
	/** How long the claim holds against others, in ms. */
	leaseMs: z.number(),
	/** What is wanted; records of before do not hold it. */
	wanted: z.object({ print: z.string(), words: z.string() }).optional(),
	/** By what the result is found again. */
	made: z.record(z.string(), z.unknown()).optional(),
});

export type OnceRecord = z.infer<typeof schema>;

/** How long a claim holds, in ms: longer than everything between the claim and the last try of what follows it. */
export const LEASE_MS = 5 * 60_000;

/** So long after its claim a holder still begins to act: the rest of the lease is for the sending itself, in ms. */
export const ACTS_WITHIN_MS = 2 * 60_000;

/** Pauses while another run holds a claim, in ms: what it does takes seconds. */
export const WAIT_FOR_OTHER_MS = [1_000, 2_000, 3_000, 5_000, 8_000, 12_000] as const;

export const newClaim = (key: string, holder: string, now: number, wanted?: OnceWish): OnceRecord => ({
	version: 1,
	key,
	state: 'claimed',
	holder,
	claimedAt: new Date(now).toISOString(),
	leaseMs: LEASE_MS,
	...(wanted && { wanted }),
});

export const asDone = (claim: OnceRecord, made: Record<string, unknown>): OnceRecord => ({
	...claim,
	state: 'done',
	made,
});

/** Until when a claim holds, in ms since 1970. */
export const holdsUntil = ({ claimedAt, leaseMs }: OnceRecord): number => Date.parse(claimedAt) + leaseMs;

/** Whether its holder went silent before anything was recorded. */
export const isStale = (record: OnceRecord, now: number): boolean =>
	record.state === 'claimed' && holdsUntil(record) < now;

/** @returns undefined when it is no such record */
export function parseOnce(text: string): OnceRecord | undefined {
	try {
		const { success, data } = schema.safeParse(JSON.parse(text));
		return success ? data : undefined;
	} catch {
		return undefined;
	}
}
