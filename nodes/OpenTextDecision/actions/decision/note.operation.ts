import type { INodeProperties } from 'n8n-workflow';
import { optionsCollection } from '../../../shared/fields';
import { isRunning } from '../../../shared/decision/roundRecord';
import type { ItemRun } from '../../../shared/itemRun';
import { OutputItem, type Operation } from '../../../shared/operation';
import type { StoredRound } from '../../../BigCommerce/links/DecisionRounds';
import { OBJECT_TYPES } from '../../records/objects';
import { orGone } from '../../../BigCommerce/transport/gone';
import { scopesOf } from '../../../BigCommerce/records/objects/objectType';
import { linkItem, NOTED } from '../../rounds/linkItem';
import { noteRound } from '../../rounds/noteRound';
import type { Services } from '../../transport/Services';
import { inputOf } from './asking';
import { filesField, readFiles } from './fileFields';
import { findAsked, isByKey, whichFields } from './which';

const NOT_RUNNING = 1;

const TEXT: INodeProperties = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '={{ $json.text }}',
	placeholder: 'e.g. The customer was called',
	description: 'Written down once; items of Progress carry a sentence as their text',
};

const OPTIONS: INodeProperties[] = [
	{
		displayName: 'Also as Staff Note',
		name: 'staffNote',
		type: 'boolean',
		default: true,
		description: 'Whether the staff notes of an order tell it as well',
	},
	{
		displayName: 'Only While Running',
		name: 'onlyWhileRunning',
		type: 'boolean',
		default: true,
		description: 'Whether nothing is written once the decision is finished or withdrawn',
	},
];

export const note: Operation<Services> = {
	option: {
		name: 'Note',
		value: 'note',
		description: 'Write something down with a question, or put files with its case, once',
		action: 'Note something on a decision',
	},
	effect: 'change',
	scopes: scopesOf(OBJECT_TYPES, 'modify', 'linkKey', { isCarrierAlone: true }),
	output: NOTED,
	beginsAll: true,
	addsToItem: true,
	outputs: ['Noted', 'Not Running'],
	fields: [...whichFields, TEXT, filesField, optionsCollection(OPTIONS)],
	async execute(run, services) {
		const text = run.text('text');
		const files = await readFiles(run);
		const withStaffNote = run.flag('options.staffNote', true, 'Also as Staff Note');
		const onlyWhileRunning = run.flag('options.onlyWhileRunning', true);
		const find = async () => await findAsked(run, services);
		// The trigger tells what is gone by its link key, and a note behind Progress must not fail on it.
		const found = isByKey(run) ? await orGone(find) : await find();
		if (!found) return notNoted(run, isByKey(run) ? 'what it was about is gone' : 'it was never asked');
		const { round } = found;
		if (!text && !files.length) return notNoted(run, 'there is neither text nor file', round);
		if (onlyWhileRunning && !isRunning(round.record)) {
			return notNoted(run, `it is ${round.record.state} already`, round);
		}
		const noted = await noteRound(run, services, found, { text, files, withStaffNote });
		return new OutputItem({ ...inputOf(run), link: linkItem(noted), noted: true });
	},
};

const notNoted = (run: ItemRun, reason: string, round?: StoredRound): OutputItem =>
	new OutputItem(
		{ ...inputOf(run), noted: false, reason, ...(round && { link: linkItem(round) }) },
		undefined,
		NOT_RUNNING,
	);
