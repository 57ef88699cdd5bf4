import { changedParts } from '../../shared/decision/planRound';
import { isHolding, type RoundRecord } from '../../shared/decision/roundRecord';
import type { StoredRound } from '../../BigCommerce/links/DecisionRounds';
import type { Order } from '../../BigCommerce/records/order';
import { watchedOf } from '../../BigCommerce/records/watchedOrder';

/** How what is watched looks now, by its names. */
export type Seen = (names: readonly string[]) => Readonly<Record<string, string>>;

/** @param order with its lines and shipping addresses */
export const seenIn =
	(order: Order): Seen =>
	(names) =>
		watchedOf(order.given, names);

/** What is not as people decided about it; once effects have begun, as it was then. */
export const changedOf = ({ watched, begun }: RoundRecord, seen: Seen): string[] =>
	begun?.changed ?? changedParts(watched, seen(Object.keys(watched)));

/** Whether an object waits for another question: one that is neither a Go nor withdrawn, or a Go that waits itself, about an object that is not what people said Go to any more. */
export function holdsStill({ record }: StoredRound, seen: Seen): boolean {
	if (isHolding(record)) return true;
	const isWaitingGo = record.holds && record.state === 'decided' && record.verdict === 'go';
	return isWaitingGo && changedOf(record, seen).length > 0;
}
