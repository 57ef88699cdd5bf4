import { NodeApiError } from 'n8n-workflow';
import { goodReply, isDoubtful, type Broken, type Outcome, type Reply } from './send';
import { pause, type Waiter } from './wait';

/** Pauses before each look for a write whose ending is not known, in ms: about a minute in all, which is longer than a slow gateway takes. */
const LOOK_AFTER_MS = [1_000, 2_000, 3_000, 4_000, 6_000, 9_000, 13_000, 20_000] as const;

/** However slowly the looks are answered. */
const PATIENCE_MS = 90_000;

/** Something that may exist once only, at a service without idempotency keys; its key makes it findable. */
export interface Creation<Made> {
	/** Sends it. */
	send(): Promise<Outcome>;
	/** Reads a good answer. */
	made(answer: Reply): Made | Promise<Made>;
	/** Looks for it by its key. */
	lookUp(): Promise<Made | undefined>;
	/** Refusals that look like a doubt but are none, such as a 500 that undid everything. */
	isFinal?(last: Reply | Broken): boolean;
	/** How long to look in all, in ms; left out for a minute and a half. */
	patienceMs?: number;
}

/**
 * Creates something exactly once. "Never repeat blindly" (design page): a creation in doubt is looked up by its key, longer each time, and never sent again: that it cannot be
 * found yet proves nothing. What was never sent at all is sent again by `send` itself. The next run decides: it looks first.
 *
 * @param waiter n8n's functions for this execution
 * @param creation what to create
 * @returns what was made, or the refusal or broken connection that remains; whether something was created is not known after a doubtful one
 */
export async function createOnce<Made>(
	waiter: Waiter,
	creation: Creation<Made>,
): Promise<{ made: Made } | { refused: Reply | Broken }> {
	const { last, write } = await creation.send();
	const good = goodReply(last);
	if (good) return { made: await creation.made(good) };
	if (!isDoubtful(last) || creation.isFinal?.(last)) return { refused: last };
	const { lookUp, patienceMs } = creation;
	const found = await lookFor(waiter, lookUp, { patienceMs });
	if (found === undefined) return { refused: last };
	write?.settle(true);
	return { made: found };
}

/**
 * Looks for what became of a write in doubt, longer each time. A look that the service does not answer says nothing.
 *
 * @param waiter n8n's functions for this execution
 * @param look gives what it finds, or undefined as long as it shows nothing
 * @param options `patienceMs`: how long to look in all, in ms; `atOnce`: the first look comes without waiting
 * @returns undefined when nothing was found, which proves nothing
 */
export async function lookFor<Found>(
	waiter: Waiter,
	look: () => Promise<Found | undefined>,
	{ patienceMs = PATIENCE_MS, atOnce = false }: { patienceMs?: number; atOnce?: boolean } = {},
): Promise<Found | undefined> {
	const giveUpAt = Date.now() + patienceMs;
	for (const wait of atOnce ? [0, ...LOOK_AFTER_MS] : LOOK_AFTER_MS) {
		// The one that comes at once comes, however little time there is.
		if (wait > 0 && Date.now() + wait > giveUpAt) return undefined;
		await pause(waiter, wait);
		const found = await look().catch(unanswered);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** A look that the service did not answer says nothing; the next one may. */
const unanswered = async (error: unknown): Promise<undefined> =>
	error instanceof NodeApiError ? undefined : await Promise.reject(error);
