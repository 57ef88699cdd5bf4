import omit from 'lodash/omit';
import { TO_BE_TOLD_AGAIN } from '../../../shared/decision/attempts';
import { OutputItem, type Operation } from '../../../shared/operation';
import type { ItemRun } from '../../../shared/itemRun';
import type { StoredRound, Taken } from '../../../BigCommerce/links/DecisionRounds';
import { OBJECT_TYPES } from '../../records/objects';
import { scopesOf } from '../../../BigCommerce/records/objects/objectType';
import type { Found } from '../../rounds/findRound';
import { linkItem, TOLD_AGAIN } from '../../rounds/linkItem';
import type { Services } from '../../transport/Services';
import { inputOf } from './asking';
import { findAsked, findQuestion, isByKey, whichFields } from './which';

const NOTHING_TO_TELL = 1;

/** What it was told as, which is over now. */
const STUCK = ['stuck', 'neverAsked'];

/** As if it had never been told. */
const NEVER = { times: 0, last: new Date(0).toISOString() };

export const tellAgain: Operation<Services> = {
	option: {
		name: 'Tell Again',
		value: 'tellAgain',
		description:
			'Make the OpenText Decision Trigger tell a decision that nobody has finished, or something that was never asked about, once more',
		action: 'Tell a decision again',
	},
	effect: 'change',
	scopes: scopesOf(OBJECT_TYPES, 'modify', 'linkKey', { isCarrierAlone: true }),
	output: TOLD_AGAIN,
	addsToItem: true,
	outputs: ['Told Again', 'Nothing to Tell'],
	fields: whichFields,
	async execute(run, services) {
		const found = await findAsked(run, services);
		if (!found && !isByKey(run)) return told(run, await claimUnasked(run, services));
		if (!found) return nothing(run, 'it was never asked');
		const { state } = found.round.record;
		if (state === 'claimed') return told(run, await again(run, found, 'claimed'));
		if (state === 'decided') return told(run, await again(run, found, 'decided'));
		const why = state === 'open' ? 'people have not decided yet' : `it is ${state} already`;
		return nothing(run, why, found.round);
	},
};

const told = (run: ItemRun, round: StoredRound): OutputItem =>
	new OutputItem({ ...inputOf(run), link: linkItem(round), toldAgain: true });

const nothing = (run: ItemRun, reason: string, round?: StoredRound): OutputItem =>
	new OutputItem(
		{ ...inputOf(run), toldAgain: false, reason, ...(round && { link: linkItem(round) }) },
		undefined,
		NOTHING_TO_TELL,
	);

/** A claim is told by Ask Again once its time is over, a decision by Decided as if for the first time. */
async function again(
	run: ItemRun,
	{ rounds, round }: Found,
	state: 'claimed' | 'decided',
): Promise<StoredRound> {
	const { said = {} } = round.record;
	const change = state === 'claimed' ? { leaseMs: 0, askedAgain: NEVER } : { told: NEVER };
	const taken: Taken = await rounds.take(round, {
		state,
		...change,
		said: omit(said, STUCK),
		run: run.functions.getExecutionId(),
		note: TO_BE_TOLD_AGAIN,
	});
	if ('round' in taken) return taken.round;
	throw run.refuse({
		what: `${round.record.key} could not be told again: ${taken.refused}`,
		next: 'Run this item again.',
	});
}

/** A claim whose time is over, without a question: whoever the trigger leads to Ask puts theirs (decisions page, section 2). */
async function claimUnasked(run: ItemRun, services: Services): Promise<StoredRound> {
	const { rounds, question } = await findQuestion(run, services);
	const key = { ...question, round: 1 };
	const { held } = await rounds.claim(key, run.functions.getExecutionId(), {
		leaseMs: 0,
		question: { askedBy: 'case', name: '', details: [] },
		watched: {},
		holds: false,
	});
	return held;
}
