import type { INodeProperties } from 'n8n-workflow';
import { lookBackHours, optionsCollection, overlapMinutes } from '../../shared/fields';
import { factsField } from '../records/facts/factsField';
import { filtersField } from './filters';
import { SCOPE_OPTIONS } from './scopes';

/** The fields of the trigger. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Scopes',
		name: 'scopes',
		type: 'multiOptions',
		options: SCOPE_OPTIONS,
		default: ['store/order/created', 'store/order/statusUpdated'],
		required: true,
		description:
			'What to listen for, grouped by what it is about; type to search. Those under One Channel need a channel in Filters.',
	},
	{
		displayName: 'Full Record',
		name: 'fullRecord',
		type: 'boolean',
		default: true,
		description:
			'Whether to read the object of the event again. A delivery holds only its ID, and it may have changed since.',
	},
	filtersField,
	optionsCollection([
		factsField,
		{
			displayName: 'Accept Unsigned Deliveries',
			name: 'acceptUnsigned',
			type: 'boolean',
			default: false,
			description:
				'Whether to accept a delivery that carries the right secret but no signature, although the credential holds a client secret',
		},
		{
			displayName: 'Catch-Up Sweep',
			name: 'sweep',
			type: 'boolean',
			default: true,
			description:
				'Whether to look for what was made or changed without a delivery reaching n8n: orders, customers, products, price lists, channels, and in B2B Edition companies, their users and quotes. As long as Poll Times is left at Every Minute, it looks every 15 minutes, less often with several of them.',
		},
		{
			displayName: 'Further Scopes',
			name: 'furtherScopes',
			type: 'string',
			default: '',
			placeholder: 'e.g. store/channel/2/theme/updated',
			description:
				'Scopes that are not in the list, such as those of the settings of a channel, separated by commas',
		},
		{
			displayName: 'Ignore Own Writes',
			name: 'ignoreOwnWrites',
			type: 'boolean',
			default: true,
			description:
				'Whether to leave out events that only tell of a change this very workflow made. It works with Full Record.',
		},
		lookBackHours('sweep'),
		overlapMinutes(
			'How far each sweep looks back beyond the last change it saw. After a restart, what only a delivery told within this time is told again.',
		),
	]),
];
