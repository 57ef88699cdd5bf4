import { isDoubtful, type Broken, type Reply } from './send';
import { pause, type Waiter } from './wait';

/** How often a creation is sent when its ending is not known and nothing is found afterwards. */
const TURNS = 3;

/** How often it is looked for each time. */
const LOOKS = 3;

/** Something that may exist once only, at a service without idempotency keys; its key makes it findable. */
export interface Creation<Made> {
	/** Sends it once. The request is made fresh each time. */
	send(): Promise<Reply | Broken>;
	/** Reads a good answer; undefined when it is none. */
	made(answer: Reply): Made | undefined;
	/** Looks for it by its key. */
	lookUp(): Promise<Made | undefined>;
	/** How long a new one may stay invisible to `lookUp`, in ms. */
	lagMs: number;
	/** Refusals that look like a doubt but are none, such as a 500 that undid everything. */
	isFinal?(last: Reply | Broken): boolean;
}

/**
 * Creates something exactly once. "Never repeat blindly" (design page): a creation in doubt is looked up by its key before it is sent again, and sent again only when there
 * is nothing. An answer that says it worked but cannot be read is never sent again.
 *
 * @param waiter n8n's functions for this execution
 * @param creation what to create
 * @returns what was made, or the refusal or broken connection that remains
 */
export async function createOnce<Made>(
	waiter: Waiter,
	creation: Creation<Made>,
): Promise<{ made: Made } | { refused: Reply | Broken }> {
	for (let turn = 1; ; turn++) {
		const last = await creation.send();
		const made = 'headers' in last && isGood(last) ? creation.made(last) : undefined;
		if (made !== undefined) return { made };
		const unread = isGood(last);
		if (!unread && (!isDoubtful(last) || creation.isFinal?.(last))) return { refused: last };
		const found = await look(waiter, creation);
		if (found !== undefined) return { made: found };
		if (unread || turn >= TURNS) return { refused: last };
	}
}

const isGood = ({ status }: Reply | Broken): boolean => status >= 200 && status < 300;

async function look<Made>(
	waiter: Waiter,
	{ lookUp, lagMs }: Pick<Creation<Made>, 'lookUp' | 'lagMs'>,
): Promise<Made | undefined> {
	for (let turn = 1; turn <= LOOKS; turn++) {
		await pause(waiter, lagMs / LOOKS);
		const found = await lookUp();
		if (found !== undefined) return found;
	}
	return undefined;
}
