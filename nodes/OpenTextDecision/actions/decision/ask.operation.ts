import type { IDataObject } from 'n8n-workflow';
import { OutputItem, type Operation } from '../../../shared/operation';
import { planRound, type Reason } from '../../../shared/decision/planRound';
import { isRunning, mayBeAsked, mayHold, type RoundRecord } from '../../../shared/decision/roundRecord';
import { formatLinkKey, type LinkKey } from '../../../shared/linkKey';
import type { ItemRun } from '../../../shared/itemRun';
import { newestRounds } from '../../../BigCommerce/links/newestRounds';
import type { StoredRound } from '../../../BigCommerce/links/storedRound';
import { orderOf } from '../../../BigCommerce/records/order';
import { closedAs } from '../../../BigCommerce/edition/records/quoteCheckout';
import type { Given } from '../../../shared/record/given';
import { factsIn, HOLD_STATUS, leftForGood, statusOf } from '../../records/order';
import { OBJECT_TYPES } from '../../records/objects';
import { scopesOf } from '../../../BigCommerce/records/objects/objectType';
import { roundsAbout } from '../../../BigCommerce/links/roundsAbout';
import { ASKED, linkItem } from '../../rounds/linkItem';
import { reportOthers } from '../../rounds/othersAsking';
import { endEarlier, endUnasked } from '../../rounds/endEarlier';
import { orGiveBack } from '../../rounds/giveBack';
import { holdObject } from '../../rounds/holdOrder';
import { openRound, type Opened } from '../../rounds/openRound';
import type { Services } from '../../transport/Services';
import { wayOf, type AskedBy } from '../../ways';
import { checkEdition } from './about';
import { otherWay, readAskBy } from './askBy';
import { askFields } from './askFields';
import { inputOf, readAsking, type Asking } from './asking';
import { continuedKey, leftUnasked } from './continuing';

/** How long a run may take from its claim to the case, in ms, before another one goes on with it. */
const LEASE_MS = 5 * 60_000;

/** How often a run looks again that lost a claim to another one. */
const TURNS = 3;

/** Why a claim is given up beside the one before it. */
const BEING_CARRIED_OUT = 'what people decided before is being carried out';

const ASKED_ALREADY: Reason = 'asked already';

/** How many questions are passed over whose records are gone. */
const MOST_FORGOTTEN = 100;

const HOUR_MS = 3_600_000;

/** The outputs of the node, by what came of the item. */
const NOTHING_TO_ASK = 1;

export const ask: Operation<Services> = {
	option: {
		name: 'Ask',
		value: 'ask',
		description:
			'Put a question to people, as a case or for signature, once; an order or a quote waits for them',
		action: 'Ask for a decision',
	},
	effect: 'once',
	scopes: scopesOf(OBJECT_TYPES, 'modify', 'objectType'),
	output: ASKED,
	beginsAll: true,
	addsToItem: true,
	outputs: ['Asked', 'Nothing to Ask'],
	fields: askFields,
	async execute(run, services) {
		const carried = await continuedKey(run, services);
		const asking = (carried && (await leftUnasked(services, carried))) ?? (await readAsking(run, carried));
		const { type } = asking;
		checkEdition(run, type);
		const { hash: storeHash } = await services.store.store();
		const about = { storeHash, ...asking.about };
		const rounds = await roundsAbout(services.store, services, type, about);
		let forgotten: RoundRecord | undefined;
		for (let turn = 1, rest = MOST_FORGOTTEN; ; turn++) {
			const object = await type.read(services, about.objectId, asking.watch);
			const all = await rounds.all();
			const newest = newestOf(all, about);
			const watched = type.watched(object, asking.watch);
			const plan = planRound(newest?.record, newest?.key.round ?? 0, { ...asking, watched }, Date.now());
			const why = type.isArchived(object) ? `the ${type.one} is archived` : cannotHold(asking, object);
			if (why !== undefined && plan.do !== 'nothing') return nothing(run, why, newest);
			if (plan.do === 'nothing') {
				reportOthers(run, all, about.purpose);
				return await standing(run, services, plan.reason, newest);
			}
			refuseOtherWay(run, readAskBy(run), newest);
			const isBegun = plan.do === 'continue' && newest !== undefined && mayBeAsked(newest.record);
			if (!isBegun) await wayOf(services, asking.question.askedBy).check?.(run, asking.question);
			const key: LinkKey = { ...about, round: plan.round };
			const { claimed, held } = await rounds.claim(key, run.functions.getExecutionId(), {
				leaseMs: LEASE_MS,
				question: asking.question,
				watched,
				...(type.version && { version: type.version(object) }),
				holds: asking.holds,
				workflow: run.functions.getWorkflow().id,
				...(asking.holds &&
					type.waits === 'status' && {
						statusBefore: forgotten?.statusBefore ?? statusBefore(statusOf(orderOf(object)), all),
						ifLeft: asking.ifLeft,
					}),
				...(asking.ifPassed && { ifPassed: asking.ifPassed }),
				...(!asking.summary && { summary: false }),
				deadline: new Date(Date.now() + asking.deadlineHours * HOUR_MS).toISOString(),
			});
			if (!claimed && turn < TURNS) continue;
			reportOthers(run, [...all, held], about.purpose);
			if (!claimed) return nothing(run, 'being asked by another run', held);
			const opened = await orGiveBack(run, services, rounds, held, async () => {
				const begun = await endEarlier(run, services, rounds, held);
				if (begun) {
					await endUnasked(run, services, rounds, held, BEING_CARRIED_OUT);
					return { left: ASKED_ALREADY, round: begun };
				}
				const waiting = held.record.holds
					? await holdObject(run, services, rounds, type, held)
					: { round: held };
				if ('left' in waiting) {
					const { left } = waiting;
					return { left, round: await endUnasked(run, services, rounds, held, left) };
				}
				const facts = factsIn(inputOf(run), object);
				const { files, summary } = asking;
				const opening = { round: waiting.round, type, object, summary, files, facts, previous: newest };
				return await openRound(run, services, rounds, opening);
			});
			if ('forgotten' in opened) {
				forgotten = opened.forgotten.record;
				if (rest-- > 0) continue;
				throw run.refuse({
					what: `${forgotten.key} was asked before, and so were all that came after it, but the store has no record of them`,
					next: 'Look why records of decisions vanish from the store, and ask with another purpose.',
				});
			}
			if ('left' in opened) return nothing(run, opened.left, opened.round);
			if ('takenBack' in opened) return nothing(run, 'taken back while it was asked', opened.takenBack);
			return new OutputItem({ ...inputOf(run), ...askedItem(opened) });
		}
	},
};

const newestOf = (all: StoredRound[], about: Omit<LinkKey, 'round'>): StoredRound | undefined => {
	const base = formatLinkKey({ ...about, round: 1 });
	return newestRounds(all, Date.now()).find(({ key }) => formatLinkKey({ ...key, round: 1 }) === base);
};

function cannotHold({ holds, type }: Asking, object: Given): string | undefined {
	if (!holds) return undefined;
	const closed = type.waits === 'checkout' && closedAs(object);
	if (closed) return `a quote that is ${closed} does not wait any more`;
	return type.waits === 'status' ? leftForGood(orderOf(object)) : undefined;
}

/** What an order goes back to after its hold: one that stands in it already has it from the round that put it there. Undefined where another app did: facts tell the two apart by it. */
function statusBefore(status: number, all: StoredRound[]): number | undefined {
	if (status !== HOLD_STATUS) return status;
	const holding = newestRounds(all, Date.now()).filter(({ record }) => mayHold(record));
	return holding.find(({ record }) => record.statusBefore !== undefined)?.record.statusBefore;
}

/** A question that runs can be ended only with the credential of the service in which it runs. */
function refuseOtherWay(run: ItemRun, askedBy: AskedBy, round?: StoredRound): void {
	if (!round || !isRunning(round.record)) return;
	if (mayBeAsked(round.record) && round.record.question.askedBy !== askedBy) throw otherWay(run, round);
}

const askedItem = ({ round, signingLink, missingFiles }: Opened): IDataObject => ({
	link: linkItem(round),
	address: round.record.effect?.url ?? null,
	...(signingLink !== undefined && { signingLink }),
	...(missingFiles && { missingFiles }),
});

/** Nothing is asked, because a question stands: with the link of who signs next. */
async function standing(
	run: ItemRun,
	services: Services,
	reason: Reason,
	round?: StoredRound,
): Promise<OutputItem> {
	const isOpen = round?.record.state === 'open' && round.record.question.askedBy === 'signature';
	const found = isOpen ? await wayOf(services, 'signature').find(round) : undefined;
	return nothing(run, reason, round, found?.signingLink);
}

const nothing = (
	run: ItemRun,
	reason: Reason | string,
	round?: StoredRound,
	signingLink?: string,
): OutputItem =>
	new OutputItem(
		{
			...inputOf(run),
			reason,
			...(round && askedItem({ round, ...(signingLink !== undefined && { signingLink }) })),
		},
		undefined,
		NOTHING_TO_ASK,
	);
