import type { StoredRound } from '../../../BigCommerce/links/DecisionRounds';
import { orderOf } from '../../../BigCommerce/records/order';
import type { Standing } from '../../ways/way';
import { decidedOf, isOver } from '../decidedItem';
import { keepHold } from '../keepHold';
import { overdue, unknown } from '../progress';
import type { Looked } from '../told';
import { decidedStep } from './decided';
import { endingStep } from './ending';
import type { Turn } from './Turn';

/** People have it in front of them, or have just decided: that is recorded before it is told. */
export async function openStep(turn: Turn, round: StoredRound): Promise<Looked> {
	const found = await turn.standing(round);
	if (!isOver(found)) return await waiting(turn, round, found);
	const taken = await turn.recorder.take(round, { state: 'decided', decided: await decidedOf(found) });
	return taken ? await decidedStep(turn, taken, found) : {};
}

/** People have it in front of them: what happened is said once, that they are late once a day. */
async function waiting(turn: Turn, round: StoredRound, found: Standing | undefined): Promise<Looked> {
	const { ifPassed = turn.way.endsItself ? 'expire' : 'tell' } = round.record;
	const hasPassed =
		ifPassed === 'expire' && !turn.way.endsItself && overdue(round.record, turn.now).length > 0;
	if (found && hasPassed) return await expired(turn, round);
	const order = await turn.object(round);
	const kept =
		turn.type.waits === 'status' && order
			? await keepHold({ recorder: turn.recorder, round, order: orderOf(order) })
			: { round, happened: [] };
	if (!kept) return {};
	if (kept.round.record.state !== 'open') return await endingStep(turn, kept.round);
	const happened = found ? ((await found.happenings?.()) ?? []) : unknown(round.record, turn.now);
	// What the service ends itself is over in a moment, and no event may tell.
	const late = ifPassed === 'expire' ? [] : overdue(round.record, turn.now);
	return await turn.recorder.say(kept.round, [...kept.happened, ...happened, ...late], turn.now);
}

/** Nobody has decided in time, and the question was to end then. */
async function expired(turn: Turn, round: StoredRound): Promise<Looked> {
	await turn.way.end(turn.functions, round, 'Nobody has decided in time');
	// The history may show it late: the next poll looks again.
	const isShown = isOver(await turn.standing(round));
	return isShown ? await openStep(turn, round) : {};
}
