import type { StoredRound } from '../../../BigCommerce/links/DecisionRounds';
import { holdsStill, type Seen } from '../../../shared/decision/heldBy';
import { mayHold } from '../../../shared/decision/roundRecord';
import { orderOf } from '../../../BigCommerce/records/order';
import { moneyOnItsWay } from '../../rounds/moneyOnItsWay';
import { decidedItem, decidedOf, isOver, type Ended } from '../decidedItem';
import { unproven } from '../progress';
import type { Looked } from '../told';
import type { Turn } from './Turn';

/** How often decisions are told with others: then each has a poll of its own. */
const TOGETHER = 2;

/** Told until it is finished, but never on the word of its record alone. @param known what the service has just said */
export async function decidedStep(turn: Turn, round: StoredRound, known?: Ended): Promise<Looked> {
	const { told, verdict } = round.record;
	const againMs = turn.settings.tellAgainMs;
	if (told && turn.now < Date.parse(told.last) + againMs) return { round };
	// Finished as far as it can be: it waits for other questions about the same object, or for money on its way.
	if (verdict !== undefined && (await waits(turn, round))) return { round, againMs };
	const times = (told?.times ?? 0) + 1;
	if (times > turn.settings.stuckAfter) {
		const text = `Told ${times - 1} times, and never finished`;
		return await turn.recorder.say(round, [{ id: 'stuck', event: 'stuck', text }], turn.now);
	}
	// One of those that were told together twice may have ended the run of all of them.
	const laterMs = times > TOGETHER && verdict === undefined ? turn.tellAgainInMs() : 0;
	if (laterMs) return { round, againMs: laterMs };
	const found = known ?? (await turn.standing(round));
	if (!isOver(found)) {
		const said = await turn.recorder.say(round, [unproven(turn.settings.askedBy, found)], turn.now);
		return { ...said, againMs };
	}
	// Whoever finishes it writes down what the service says, whatever stood there.
	const decided = await decidedOf(found);
	const telling = { decided, told: { times, last: new Date(turn.now).toISOString() } };
	// What it is told with comes first: what was recorded is not told again for a while.
	const json = await decidedItem(turn.settings, {
		rounds: turn.recorder.rounds,
		round: { ...round, record: { ...round.record, ...telling } },
		object: await turn.object(round),
		found,
	});
	const noted = await turn.recorder.take(round, { state: 'decided', ...telling });
	return noted ? { round: noted, told: [{ output: 'decided', json }] } : {};
}

/** Whether its object still waits for other questions, or the payment provider has to answer for what was done for it. */
async function waits(turn: Turn, round: StoredRound): Promise<boolean> {
	const others = await turn.recorder.rounds.others(round.key);
	const waiting = others.filter(({ record }) => mayHold(record));
	const mayMoveMoney = turn.type.waits === 'status' && round.record.begun !== undefined;
	if (!waiting.length && !mayMoveMoney) return false;
	const object = await turn.object(round);
	if (!object) return false;
	if (mayMoveMoney && (await moneyOnItsWay(turn.services, round, orderOf(object))) !== undefined) return true;
	const seen: Seen = (names) => turn.type.watched(object, names);
	return waiting.some((other) => holdsStill(other, seen));
}
