import type { INodeProperties } from 'n8n-workflow';
import { optionsCollection } from '../../../shared/fields';
import { locatorOf } from '../../../shared/record/locator';
import { ORDER_LOCATOR } from '../../../BigCommerce/records/order';
import { WATCHABLE_OPTIONS } from '../../../BigCommerce/records/watchedOrder';
import { askBy } from './askBy';
import { signatureFields, signatureOptions } from './signatureFields';

export const aboutOrder: INodeProperties = locatorOf({
	...ORDER_LOCATOR,
	description: 'The order that the question is about',
});

export const purpose: INodeProperties = {
	displayName: 'Purpose',
	name: 'purpose',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. risk-review',
	description: 'Names this kind of question in the store; an order can wait for several purposes at once',
};

export const part: INodeProperties = {
	displayName: 'Part',
	name: 'part',
	type: 'string',
	default: '',
	placeholder: 'e.g. LAMP-RED',
	description: 'What of the order it is about, such as a line; leave it empty for the order as a whole',
};

export const askFields: INodeProperties[] = [
	aboutOrder,
	purpose,
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Risk review',
		description: 'How people see the question in their lists and in the notes of the order',
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
		options: WATCHABLE_OPTIONS,
		default: ['total', 'lines', 'addresses', 'shippingMethod'],
		description: 'When one of these changes, what people decided about the former order does not count',
	},
	{
		displayName: 'While Waiting',
		name: 'hold',
		type: 'options',
		options: [
			{
				name: 'Put the Order on Hold',
				value: 'hold',
				description: 'In status Manual Verification Required, so that it is not shipped',
			},
			{ name: 'Leave It as It Is', value: 'leave' },
		],
		default: 'hold',
		description: 'What happens to the order until people have decided',
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
			description: 'Whether an order is asked about once more that was decided before',
		},
		{
			displayName: 'If It Leaves the Hold',
			name: 'ifItLeaves',
			type: 'options',
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
			displayOptions: { show: { '/askBy': ['case'] } },
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
