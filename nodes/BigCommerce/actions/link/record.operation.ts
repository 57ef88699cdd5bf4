import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import {
	LINK_STATES,
	type LinkDecision,
	type LinkEffect,
	type ForwardState,
} from '../../../shared/linkRecord';
import type { Operation } from '../../../shared/operation';
import type { StoreClient } from '../../transport/StoreClient';
import { existing, identityFields, linkOfItem, toItem } from './linkFields';

/** Claiming is an operation of its own. */
const STEPS = LINK_STATES.filter((state) => state !== 'claimed');

const EXPLAINED: Record<string, string> = {
	open: 'The case or signature request exists',
	decided: 'People have decided',
	applied: 'The store was changed accordingly',
	closed: 'Nothing more will happen',
};

const details: INodeProperties = {
	displayName: 'Details',
	name: 'details',
	type: 'collection',
	placeholder: 'Add Detail',
	default: {},
	options: [
		{
			displayName: 'Case or Request ID',
			name: 'effectId',
			type: 'string',
			default: '',
			description: 'The ID of what was started in the other system',
		},
		{
			displayName: 'Case or Request URL',
			name: 'effectUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/cases/1',
			description: 'Where people can open it',
		},
		{
			displayName: 'Decided At',
			name: 'decidedAt',
			type: 'dateTime',
			default: '',
			description: 'When the decision was made',
		},
		{ displayName: 'Decided By', name: 'decidedBy', type: 'string', default: '', description: 'Who decided' },
		{
			displayName: 'Note',
			name: 'note',
			type: 'string',
			default: '',
			description: 'A remark for the history',
		},
		{
			displayName: 'Outcome',
			name: 'outcome',
			type: 'string',
			default: '',
			placeholder: 'e.g. approved',
			description: 'What was decided',
		},
		{
			displayName: 'Reason',
			name: 'reason',
			type: 'string',
			default: '',
			description: 'Why it was decided so',
		},
		{
			displayName: 'Started At',
			name: 'effectAt',
			type: 'dateTime',
			default: '',
			description: 'When the case or request was started',
		},
		{
			displayName: 'System',
			name: 'effectSystem',
			type: 'string',
			default: 'OpenText Workflow Service',
			description: 'The system in which the case or request lives',
		},
	],
};

const text = (value: unknown): string | undefined => (value === undefined ? undefined : String(value));

const effectOf = (given: IDataObject): LinkEffect | undefined => {
	const { effectSystem, effectId, effectUrl, effectAt } = given;
	if ([effectSystem, effectId, effectUrl, effectAt].every((value) => value === undefined)) return undefined;
	return { system: text(effectSystem), id: text(effectId), url: text(effectUrl), at: text(effectAt) };
};

const decisionOf = (given: IDataObject): LinkDecision | undefined => {
	const { outcome, decidedBy, decidedAt, reason } = given;
	if ([outcome, decidedBy, decidedAt, reason].every((value) => value === undefined)) return undefined;
	return { outcome: text(outcome), by: text(decidedBy), at: text(decidedAt), reason: text(reason) };
};

function wantedState(run: ItemRun): ForwardState {
	const state = STEPS.find((known) => known === run.text('state', 'open'));
	if (state) return state;
	throw run.refuse({
		what: `"${run.text('state')}" is no state of a link`,
		next: `Choose one of: ${STEPS.join(', ')}.`,
	});
}

export const record: Operation<StoreClient> = {
	option: {
		name: 'Record',
		value: 'record',
		description: 'Move a link forward and keep who did what; the state that already stands is no change',
		action: 'Record a step of a link',
	},
	fields: [
		...identityFields,
		{
			displayName: 'State',
			name: 'state',
			type: 'options',
			options: STEPS.map((state) => ({
				name: state[0].toUpperCase() + state.slice(1),
				value: state,
				description: EXPLAINED[state],
			})),
			default: 'open',
			description: 'How far the link has come',
		},
		details,
	],
	async execute(run, client) {
		const state = wantedState(run);
		const link = await linkOfItem(run, client);
		const given = run.collection('details');
		const result = await link.take(await existing(run, link), {
			state,
			run: run.functions.getExecutionId(),
			effect: effectOf(given),
			decision: decisionOf(given),
			note: text(given.note),
		});
		if ('link' in result) return { changed: result.changed, ...toItem(result.link) };
		throw run.refuse({
			what: `Link ${link.fullKey} cannot be recorded as "${state}": ${result.refused}`,
			next: 'Look at the link with Get. Start a new round if the question is to be asked again. Nothing was changed.',
		});
	},
};
