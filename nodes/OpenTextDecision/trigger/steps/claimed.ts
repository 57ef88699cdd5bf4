import type { StoredRound } from '../../../BigCommerce/links/DecisionRounds';
import { attemptsOf } from '../../../shared/decision/attempts';
import { isStale } from '../../../shared/decision/roundRecord';
import { shownObject } from '../../records/shownObject';
import { detailsOf, linkItem } from '../../rounds/linkItem';
import type { Looked } from '../told';
import { openStep } from './open';
import type { Turn } from './Turn';

/** A claim from which nothing came is asked again, unless people have it in front of them and only the recording was lost. */
export async function claimedStep(turn: Turn, round: StoredRound): Promise<Looked> {
	const { askedAgain } = round.record;
	const isEarly =
		askedAgain !== undefined && turn.now < Date.parse(askedAgain.last) + turn.settings.tellAgainMs;
	if (isEarly || !isStale(round.record, turn.now)) return { round };
	const found = await turn.standing(round);
	if (found) {
		const effect = { ...found.place, at: new Date(turn.now).toISOString() };
		const opened = await turn.recorder.take(round, { state: 'open', effect });
		return opened ? await openStep(turn, opened) : {};
	}
	const attempts = attemptsOf(round.record);
	if (attempts >= turn.settings.stuckAfter) {
		const text = `People could not be asked, although it was tried ${attempts} times`;
		return await turn.recorder.say(round, [{ id: 'neverAsked', event: 'stuck', text }], turn.now);
	}
	const object = await turn.object(round);
	const again = { times: (askedAgain?.times ?? 0) + 1, last: new Date(turn.now).toISOString() };
	const noted = await turn.recorder.take(round, { state: 'claimed', askedAgain: again });
	if (!noted) return {};
	const json = {
		link: linkItem(noted),
		details: detailsOf(noted),
		[turn.type.value]: shownObject(turn.type.value, object),
	};
	return { round: noted, told: [{ output: 'askAgain', json }] };
}
