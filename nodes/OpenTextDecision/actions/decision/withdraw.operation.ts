import type { INodeProperties } from 'n8n-workflow';
import { optionsCollection } from '../../../shared/fields';
import { isEnding, isRunning, type RoundRecord } from '../../../shared/decision/roundRecord';
import type { ItemRun } from '../../../shared/itemRun';
import { OutputItem, type Operation } from '../../../shared/operation';
import { OBJECT_TYPES } from '../../records/objects';
import { scopesOf } from '../../../BigCommerce/records/objects/objectType';
import { closeRound, enderOf, endRound } from '../../rounds/endRound';
import { linkItem, WITHDRAWN } from '../../rounds/linkItem';
import type { Services } from '../../transport/Services';
import { askBy, otherWay, readAskBy } from './askBy';
import { orGone } from '../../../BigCommerce/transport/gone';
import { checkEdition, toRelease } from './about';
import { inputOf } from './asking';
import { findAsked, whichObjectFields } from './which';

const REASON: INodeProperties = {
	displayName: 'Reason',
	name: 'reason',
	type: 'string',
	default: '',
	placeholder: 'e.g. The order is no longer risky',
	description: 'Kept with the question, in the case and in the staff notes',
};

const ALSO_FINISHED: INodeProperties = {
	displayName: 'Also End a Finished Decision',
	name: 'alsoFinished',
	type: 'boolean',
	default: false,
	description:
		'Whether to revoke what was carried out already, or told and never finished (stuck), so that it can be asked anew',
};

export const withdraw: Operation<Services> = {
	option: {
		name: 'Withdraw',
		value: 'withdraw',
		description: 'Take a question back that still runs; when nothing runs, nothing happens',
		action: 'Withdraw a decision',
	},
	effect: 'change',
	scopes: [
		...scopesOf(OBJECT_TYPES, 'modify', 'objectType', { isCarrierAlone: true }),
		...toRelease('objectType'),
	],
	output: WITHDRAWN,
	beginsAll: true,
	addsToItem: true,
	fields: [...whichObjectFields, askBy, REASON, optionsCollection([ALSO_FINISHED])],
	async execute(run, services) {
		for (let turn = 1; ; turn++) {
			const ended = await withdrawAsItStands(run, services);
			if (ended instanceof OutputItem) return ended;
			if (turn < TURNS) continue;
			throw run.refuse({
				what: `${ended.key} could not be withdrawn: ${ended.refused}`,
				next: 'Run this item again.',
			});
		}
	},
};

/** How often it is read again, where somebody else wrote meanwhile: the trigger may just have recorded what people decided. */
const TURNS = 3;

async function withdrawAsItStands(
	run: ItemRun,
	services: Services,
): Promise<OutputItem | { key: string; refused: string }> {
	const found = await findAsked(run, services, 'question');
	const item = inputOf(run);
	if (!found) return new OutputItem({ ...item, withdrawn: false, reason: 'it was never asked' });
	const { type, rounds, round: newest } = found;
	const reason = run.text('reason') || 'Withdrawn';
	const alsoFinished = run.flag('options.alsoFinished', false, ALSO_FINISHED.displayName);
	const isMeant = isRunning(newest.record) || (alsoFinished && newest.record.state === 'applied');
	const isOurs = newest.record.question.askedBy === readAskBy(run);
	if (isMeant && !isOurs) throw otherWay(run, newest);
	if (isMeant && newest.record.holds && type.waits === 'checkout') {
		// Whoever cannot give a quote back must not have closed its question.
		checkEdition(run, type);
		await orGone(async () => await type.read(services, newest.key.objectId));
	}
	const ender = enderOf(run, services, rounds);
	// A run that died after it wrote that left its case, or the hold.
	if (isOurs && isEnding(newest.record)) await endRound(ender, newest);
	const busyUntil = carriedOutUntil(newest.record);
	const isBusy = busyUntil !== undefined && (!alsoFinished || Date.now() < busyUntil);
	if (!isMeant || isBusy) {
		const why = whyNot(newest.record, busyUntil);
		return new OutputItem({ ...item, withdrawn: false, reason: why, link: linkItem(newest) });
	}
	const taken = await closeRound(ender, newest, { why: reason, givesBack: true });
	if ('refused' in taken) return { key: newest.record.key, refused: taken.refused };
	const ended = await endRound(ender, taken.round);
	return new OutputItem({ ...item, withdrawn: true, reason, link: linkItem(ended) });
}

/** So long after the last sign of it a decision is taken for being carried out, in ms: by default the trigger tells it again then, and what was begun by a run that still lives would go on. */
const CARRYING_OUT_MS = 15 * 60_000;

/**
 * What people decided was told, and is under way: that the order does not wait any more may be its own doing, such as the status that a refund gave it. Finish looks itself.
 *
 * @returns until when a run may be at it, in ms since 1970; undefined when it was never told
 */
function carriedOutUntil({ state, told, begun, verdict, history }: RoundRecord): number | undefined {
	const isTold = state === 'decided' && [told, begun, verdict].some((mark) => mark !== undefined);
	if (!isTold) return undefined;
	const signs = [told?.last, begun?.at, history.at(-1)?.at].map((at) => Date.parse(at ?? '') || 0);
	return Math.max(...signs) + CARRYING_OUT_MS;
}

function whyNot({ state }: RoundRecord, busyUntil: number | undefined): string {
	if (busyUntil === undefined) return `it is ${state} already`;
	return Date.now() < busyUntil
		? 'it is being carried out'
		: `it was told and nobody has finished it: ${ALSO_FINISHED.displayName} ends it`;
}
