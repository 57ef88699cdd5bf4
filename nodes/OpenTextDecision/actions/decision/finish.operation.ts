import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { optionsCollection } from '../../../shared/fields';
import type { ItemRun } from '../../../shared/itemRun';
import { OutputItem, type Operation } from '../../../shared/operation';
import { OBJECT_TYPES } from '../../records/objects';
import { STANDING } from '../../../BigCommerce/records/gateway';
import { fieldsIn } from '../../../shared/record/given';
import { scopesOf } from '../../../BigCommerce/records/objects/objectType';
import { finishRound, type Change, type Finished, type Wish } from '../../rounds/finishRound';
import { findRound } from '../../rounds/findRound';
import { FINISHED, linkItem } from '../../rounds/linkItem';
import { proofIn } from './proof';
import type { Services } from '../../transport/Services';
import { checkEdition, toRelease } from './about';
import { inputOf } from './asking';
import { linkKeyField } from './which';

const FIELDS: INodeProperties[] = [
	linkKeyField,
	{
		displayName: 'Verdict',
		name: 'verdict',
		type: 'options',
		options: [
			{ name: 'Go', value: 'go', description: 'The store may go on with it' },
			{ name: 'Stop', value: 'stop', description: 'The store may not go on with it' },
		],
		default: 'go',
		description: 'What the decision means for the store; whether a wish was granted is another matter',
	},
	{
		displayName: 'Change the Order',
		name: 'change',
		type: 'options',
		options: [
			{
				name: 'As Before the Hold',
				value: 'asBefore',
				description: 'On a Go back to what it was before its hold; else nothing',
			},
			{ name: 'Nothing', value: 'none', description: 'Only write down what was decided' },
			{ name: 'To a Status', value: 'status' },
		],
		default: 'asBefore',
		description:
			'What becomes of an order, or of a quote without checkout; it is changed only when nothing speaks against it. Everything else stays as it is.',
	},
	{
		displayName: 'Status Name or ID',
		name: 'statusId',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getOrderStatuses' },
		displayOptions: { show: { change: ['status'] } },
		default: '',
		description:
			'The status afterwards. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Note',
		name: 'note',
		type: 'string',
		default: '',
		placeholder: 'e.g. The customer was called',
		description: 'Stands in the staff notes of an order, after what was decided and by whom',
	},
	optionsCollection([
		{
			displayName: 'Valid For (Days)',
			name: 'validForDays',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 365,
			description: 'How long a Go is good',
		},
		{
			displayName: 'Valid Until',
			name: 'validUntil',
			type: 'dateTime',
			default: '',
			description: 'When a Go ends',
		},
	]),
];

const DAY_MS = 24 * 60 * 60_000;

/** @returns undefined for a Go without an end, and for a Stop @throws NodeOperationError when it is no time, or lies behind */
function validUntilOf(run: ItemRun, verdict: Wish['verdict'], now = Date.now()): string | undefined {
	if (verdict === 'stop') return undefined;
	if (run.has('options.validUntil')) return run.time(run.text('options.validUntil'), 'Valid Until');
	if (!run.has('options.validForDays')) return undefined;
	const days = run.number('options.validForDays', 1, { least: 1, label: 'Valid For (Days)' });
	return new Date(now + days * DAY_MS).toISOString();
}

const CHANGES: ReadonlySet<string> = new Set(['asBefore', 'none', 'status']);

/** Back to the status before the hold goes only what may go on: a Stop that says nothing else leaves the order where it waits. */
function changeOf(run: ItemRun, verdict: Wish['verdict']): Change {
	const change = run.text('change', 'asBefore');
	if (change === 'status') return { to: run.id('statusId', 'Status') };
	if (CHANGES.has(change)) return change === 'none' || verdict === 'stop' ? 'none' : 'asBefore';
	throw run.refuse({ what: `Change the Order has no choice "${change}"`, next: 'Choose one from the list.' });
}

function verdictOf(run: ItemRun): 'go' | 'stop' {
	const verdict = run.text('verdict', 'go');
	if (verdict === 'go' || verdict === 'stop') return verdict;
	throw run.refuse({ what: `There is no verdict "${verdict}"`, next: 'Choose Go or Stop.' });
}

export const finish: Operation<Services> = {
	option: {
		name: 'Finish',
		value: 'finish',
		description: 'Carry out what was decided, once, and write it down',
		action: 'Finish a decision',
	},
	effect: 'change',
	scopes: [...scopesOf(OBJECT_TYPES, 'modify', 'linkKey', { isCarrierAlone: true }), ...toRelease('linkKey')],
	output: FINISHED,
	addsToItem: true,
	outputs: ['Done', 'Held Back'],
	fields: FIELDS,
	async execute(run, services) {
		const verdict = verdictOf(run);
		const validUntil = validUntilOf(run, verdict);
		const linkKey = run.requiredText('linkKey', 'Link Key');
		const proof = proofIn(run, inputOf(run), linkKey);
		const { status } = fieldsIn(STANDING, inputOf(run));
		const wish = {
			verdict,
			change: changeOf(run, verdict),
			note: run.text('note'),
			validUntil,
			proof,
			saidPending: status === 'pending',
		};
		const found = await findRound(run, services, linkKey);
		if (found.round.record.holds) checkEdition(run, found.type);
		const finished = await finishRound(run, services, found, wish);
		return new OutputItem({ ...inputOf(run), ...toItem(finished) }, undefined, finished.isDone ? 0 : 1);
	},
};

const toItem = ({
	round,
	isDone,
	heldBy,
	changed,
	movedTo,
	waitsFor,
	again = false,
}: Finished): IDataObject => ({
	link: linkItem(round),
	// What comes in may say how often it was told.
	again,
	...(!isDone && {
		heldBy,
		changed,
		...(movedTo !== undefined && { movedTo }),
		...(waitsFor !== undefined && { waitsFor }),
	}),
});
