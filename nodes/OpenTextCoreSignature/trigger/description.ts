import type { INodeProperties } from 'n8n-workflow';
import { lookBackHours, optionsCollection, overlapMinutes, simplify } from '../../shared/fields';
import { EVENT_TYPE_OPTIONS } from '../records/eventTypes';

/** What most users leave alone. */
export const OPTION_FIELDS: INodeProperties[] = [
	{
		displayName: 'Catch-Up Sweep',
		name: 'sweep',
		type: 'boolean',
		default: true,
		description:
			'Whether to read at each poll time the event log of the service, for events whose callback never reached n8n',
	},
	{
		displayName: 'External ID Begins With',
		name: 'externalIdPrefix',
		type: 'string',
		default: '',
		placeholder: 'e.g. abc123:order:',
		description:
			'Only documents whose external ID begins like this, such as the link keys of one store; empty for all',
	},
	{
		displayName: 'Further Event Types',
		name: 'furtherEventTypes',
		type: 'string',
		default: '',
		placeholder: 'e.g. signrequest_received',
		description:
			'Event types that are not in the list, by the names the service gives them, separated by commas',
	},
	lookBackHours('sweep'),
	overlapMinutes(
		'How far each sweep looks back beyond the last event it saw, because the log may show one late. After a restart, events that only a callback told within this time are told again.',
	),
];

/** The fields of the trigger. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Event Types',
		name: 'eventTypes',
		type: 'multiOptions',
		options: EVENT_TYPE_OPTIONS,
		default: ['signed', 'declined', 'expired', 'cancelled'],
		required: true,
		description: 'What to listen for, on every document of the account',
	},
	{
		displayName: 'Full Document',
		name: 'fullDocument',
		type: 'boolean',
		default: true,
		description:
			'Whether to read the document of the event again. What a callback says about it may have changed since.',
	},
	{ ...simplify, displayOptions: { show: { fullDocument: [true] } } },
	optionsCollection(OPTION_FIELDS),
];
