import type { StoredRound } from '../../BigCommerce/links/DecisionRounds';
import type { RoundRecord } from '../../shared/decision/roundRecord';
import { AFTER_UNKNOWN_HOLD } from '../records/order';

/** Whether a round has given its order back: by its Go, or because it was withdrawn. */
const hasReleased = ({ state, verdict, heldBack, ending }: RoundRecord): boolean =>
	(state === 'applied' && verdict === 'go' && heldBack === undefined) ||
	(state === 'closed' && ending?.givesBack === true);

/**
 * Whether an order stands where the end of another question about it has put it: nobody took it out of the hold then, and a Go that waited goes on from there.
 *
 * @param others the newest rounds of the other questions
 */
export const isReleasedTo = (status: number, others: readonly Pick<StoredRound, 'record'>[]): boolean =>
	others.some(
		({ record }) =>
			record.holds && hasReleased(record) && status === (record.statusBefore ?? AFTER_UNKNOWN_HOLD),
	);
