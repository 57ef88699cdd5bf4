import type { INodeProperties } from 'n8n-workflow';
import { optionsCollection } from '../../../shared/fields';
import { isEnding, isRunning, type RoundRecord } from '../../../shared/decision/roundRecord';
import type { Operation } from '../../../shared/operation';
import { OBJECT_TYPES } from '../../../BigCommerce/records/objects';
import { scopesOf } from '../../../BigCommerce/records/objects/objectType';
import { closeRound, enderOf, endRound } from '../../rounds/endRound';
import { linkItem, WITHDRAWN } from '../../rounds/linkItem';
import type { Services } from '../../transport/Services';
import { askBy, otherWay, readAskBy } from './askBy';
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
	description: 'Whether to revoke what was decided and carried out already, so that it can be asked anew',
};

export const withdraw: Operation<Services> = {
	option: {
		name: 'Withdraw',
		value: 'withdraw',
		description: 'Take a question back that still runs; when nothing runs, nothing happens',
		action: 'Withdraw a decision',
	},
	effect: 'change',
	scopes: scopesOf(OBJECT_TYPES, 'modify', 'objectType', { isCarrierAlone: true }),
	output: WITHDRAWN,
	addsToItem: true,
	fields: [...whichObjectFields, askBy, REASON, optionsCollection([ALSO_FINISHED])],
	async execute(run, services) {
		const found = await findAsked(run, services, 'question');
		if (!found) return { ...inputOf(run), withdrawn: false, reason: 'it was never asked' };
		const { rounds, round: newest } = found;
		const reason = run.text('reason') || 'Withdrawn';
		const alsoFinished = run.flag('options.alsoFinished', false, ALSO_FINISHED.displayName);
		const isMeant = isRunning(newest.record) || (alsoFinished && newest.record.state === 'applied');
		if (isMeant && newest.record.question.askedBy !== readAskBy(run)) throw otherWay(run, newest);
		const ender = enderOf(run, services, rounds);
		if (isEnding(newest.record) && newest.record.question.askedBy === readAskBy(run)) {
			// A run that died after it wrote that left its case, or the hold.
			await endRound(ender, newest);
		}
		if (!isMeant || isCarriedOut(newest.record)) {
			return {
				...inputOf(run),
				withdrawn: false,
				reason: whyNot(newest.record),
				link: linkItem(newest),
			};
		}
		const taken = await closeRound(ender, newest, { why: reason, givesBack: true });
		if ('refused' in taken) {
			throw run.refuse({
				what: `${newest.record.key} could not be withdrawn: ${taken.refused}`,
				next: 'Run this item again.',
			});
		}
		const ended = await endRound(ender, taken.round);
		return { ...inputOf(run), withdrawn: true, reason, link: linkItem(ended) };
	},
};

/** What people decided was told, and is under way: that the order does not wait any more may be its own doing, such as the status that a refund gave it. Finish looks itself. */
const isCarriedOut = ({ state, told, begun, verdict }: RoundRecord): boolean =>
	state === 'decided' && [told, begun, verdict].some((mark) => mark !== undefined);

const whyNot = (record: RoundRecord): string =>
	isCarriedOut(record) ? 'it is being carried out' : `it is ${record.state} already`;
