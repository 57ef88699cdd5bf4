import type { INodeProperties } from 'n8n-workflow';
import { optionsCollection } from '../../../shared/fields';
import { WATCHABLE_OPTIONS } from '../../../BigCommerce/records/watchedOrder';
import { aboutFields, forOrders, forWaiting } from './about';
import { askBy } from './askBy';
import { continueField } from './continuing';
import { filesField } from './fileFields';
import { signatureFields, signatureOptions } from './signatureFields';

export const purpose: INodeProperties = {
	displayName: 'Purpose',
	name: 'purpose',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. risk-review',
	description: 'Names this kind of question in the store; there can be several purposes at once',
};

export const part: INodeProperties = {
	displayName: 'Part',
	name: 'part',
	type: 'string',
	default: '',
	placeholder: 'e.g. LAMP-RED',
	description: 'What of it the question is about, such as a line or a SKU; leave it empty for all of it',
};

export const askFields: INodeProperties[] = [
	...aboutFields,
	purpose,
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Risk review',
		description: 'How people see the question in their lists and in notes',
	},
	askBy,
	{
		displayName: 'Process Model',
		name: 'modelKey',
		type: 'resourceLocator',
		displayOptions: { show: { askBy: ['case'] } },
		default: { mode: 'list', value: '' },
		required: true,
		description: 'The model after which people decide; always its latest version',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a process model...',
				typeOptions: { searchListMethod: 'searchModels', searchable: true },
			},
			{ displayName: 'By Key', name: 'key', type: 'string', placeholder: 'e.g. order_risk_review' },
		],
	},
	...signatureFields,
	{
		displayName: 'Details',
		name: 'details',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Detail',
		default: {},
		description:
			'What people should know: a variable of the case, or a value for the document; one without a value is left out',
		options: [
			{
				displayName: 'Detail',
				name: 'detail',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. reason',
						description: 'The name of the variable, or of {{ name }} in the document',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						description: 'What people read; left out when it is empty',
					},
				],
			},
		],
	},
	{
		displayName: 'Must Stay the Same',
		name: 'watch',
		type: 'multiOptions',
		displayOptions: forOrders,
		options: WATCHABLE_OPTIONS,
		default: ['total', 'lines', 'addresses', 'shippingMethod'],
		description: 'When one of these changes, what people decided about the former order does not count',
	},
	{
		displayName: 'Must Stay the Same',
		name: 'watchFields',
		type: 'string',
		displayOptions: { hide: { objectType: ['order'] } },
		default: '',
		placeholder: 'e.g. name, price, description',
		description:
			'Fields by the names that BigCommerce uses, separated by commas: when one of these changes, what people decided before does not count',
	},
	{
		displayName: 'While Waiting',
		name: 'hold',
		type: 'options',
		displayOptions: forWaiting,
		options: [
			{
				name: 'Put It on Hold',
				value: 'hold',
				description: 'An order in status Manual Verification Required, a quote without checkout',
			},
			{ name: 'Leave It as It Is', value: 'leave' },
		],
		default: 'hold',
		description: 'What happens to it until people have decided',
	},
	{
		displayName: 'Answer Wanted Within (Hours)',
		name: 'answerWantedWithin',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 24,
		description:
			'A case is told and stays open; a request for signatures ends as expired after so many days, rounded up. Silence never releases anything.',
	},
	continueField,
	optionsCollection([
		{
			displayName: 'After a Decision',
			name: 'afterDecision',
			type: 'options',
			options: [
				{ name: 'Ask Again Always', value: 'always' },
				{ name: 'Ask Again When Something Watched Changed', value: 'whenChanged' },
				{ name: 'Never Ask Again', value: 'never' },
			],
			default: 'whenChanged',
			description: 'Whether people are asked once more about what was decided before',
		},
		{ ...filesField, displayOptions: { show: { '/askBy': ['case'] } } },
		{
			displayName: 'If It Leaves the Hold',
			name: 'ifItLeaves',
			type: 'options',
			displayOptions: { show: { '/objectType': ['order'] } },
			options: [
				{ name: 'Leave It', value: 'leave' },
				{ name: 'Put It Back', value: 'putBack' },
				{ name: 'Withdraw the Question', value: 'withdraw' },
			],
			default: 'putBack',
			description: 'Before people have decided',
		},
		{
			displayName: 'Include Order Summary',
			name: 'includeOrderSummary',
			type: 'boolean',
			displayOptions: { show: { '/askBy': ['case'], '/objectType': ['order'] } },
			default: true,
			description: 'Whether the case gets number, total, customer, lines and addresses of the order',
		},
		...signatureOptions,
		part,
		{
			displayName: 'Requested By',
			name: 'requestedBy',
			type: 'string',
			default: '',
			placeholder: 'e.g. name@example.com',
			description: 'Who wants the decision; nobody signs as required what they asked for themselves',
		},
		{
			displayName: 'When It Passes',
			name: 'whenItPasses',
			type: 'options',
			options: [
				{ name: 'End It as Expired', value: 'expire' },
				{ name: 'Tell Me Every Day', value: 'tell' },
			],
			default: 'tell',
			description: 'What happens when nobody has answered in time; otherwise as under Answer Wanted Within',
		},
		{
			displayName: 'While One Is Running',
			name: 'whileRunning',
			type: 'options',
			options: [
				{ name: 'Keep It', value: 'keep' },
				{ name: 'Replace It When Something Watched Changed', value: 'replaceWhenChanged' },
				{ name: 'Replace It When the Question Differs', value: 'replaceWhenDifferent' },
			],
			default: 'replaceWhenChanged',
			description: 'What becomes of a question that people have in front of them',
		},
	]),
];
