import { Turns } from '../../shared/turns';
import type { Teller } from './Teller';
import type { Looked } from './told';

/** Callbacks and polls that come at once must not tell the same thing of one question twice. */
const turns = new Turns();

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
