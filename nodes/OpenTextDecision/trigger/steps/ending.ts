import type { StoredRound } from '../../../BigCommerce/links/DecisionRounds';
import { carryOutEnd, confirmEnd } from '../../rounds/endRound';
import type { Happening } from '../../ways/way';
import type { Looked } from '../told';
import type { Turn } from './Turn';

/** It was closed: what has to follow is done, again after a crash. That an order was archived is told. */
export async function endingStep(turn: Turn, round: StoredRound): Promise<Looked> {
	const { ender } = turn.recorder;
	await carryOutEnd(ender, round);
	const { type } = turn.settings;
	const object = await turn.object(round);
	const isAway = !object || type.isArchived(object);
	const text = round.record.ending?.says ?? (isAway && `The ${type.one} is ${object ? 'archived' : 'gone'}`);
	const happened: Happening[] = text ? [{ id: 'objectGone', event: 'objectGone', text }] : [];
	const said = await turn.recorder.say(round, happened, turn.now);
	return said.round ? { ...said, round: await confirmEnd(ender, said.round) } : said;
}
