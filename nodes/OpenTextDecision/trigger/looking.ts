import { Turns } from '../../shared/turns';
import { pause, type Waiter } from '../../shared/wait';
import type { Teller } from './Teller';
import type { Looked } from './told';

/** Callbacks and polls that come at once must not tell the same thing of one question twice. */
const turns = new Turns();

/** Pauses before it is looked once more at what another process was at, in ms: its look takes a second or two. */
const LOOK_AGAIN_MS = [1_000, 2_000] as const;

/**
 * Looks at a question, alone: whoever looked before has recorded what was told.
 *
 * @param now in ms since 1970
 * @throws NodeApiError when a service does not answer
 */
export const lookInTurn = async (
	teller: Pick<Teller, 'look'>,
	linkKey: string,
	now: number,
): Promise<Looked> => await turns.take(linkKey, async () => await teller.look(linkKey, now));

/**
 * The same for a callback: what another process was at meanwhile is looked at once more, since that one may have read the service before what is called for happened.
 *
 * @throws NodeApiError when a service does not answer
 */
export async function lookWhenAlone(
	waiter: Waiter,
	teller: Pick<Teller, 'look'>,
	linkKey: string,
): Promise<Looked> {
	for (const wait of LOOK_AGAIN_MS) {
		const looked = await lookInTurn(teller, linkKey, Date.now());
		if (looked.round || looked.isGone) return looked;
		await pause(waiter, wait);
	}
	return await lookInTurn(teller, linkKey, Date.now());
}
