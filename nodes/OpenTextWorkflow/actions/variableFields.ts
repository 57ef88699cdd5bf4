import type { INodeProperties } from 'n8n-workflow';

/** Variables as a form or as JSON. */
export const variableFields: INodeProperties[] = [
	{
		displayName: 'Specify Variables',
		name: 'specifyVariables',
		type: 'options',
		options: [
			{ name: 'Using Fields Below', value: 'form' },
			{ name: 'Using JSON', value: 'json' },
		],
		default: 'form',
		description: 'How to give the variables',
	},
	{
		displayName: 'Variables',
		name: 'variables',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		displayOptions: { show: { specifyVariables: ['form'] } },
		placeholder: 'Add Variable',
		default: {},
		description: 'Values that the case keeps',
		options: [
			{
				displayName: 'Variable',
				name: 'variable',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. orderId',
						description: 'As the process model names it',
					},
					{
						displayName: 'Type',
						name: 'type',
						type: 'options',
						options: [
							{ name: 'Boolean', value: 'boolean' },
							{ name: 'Date', value: 'date' },
							{ name: 'Double', value: 'double' },
							{ name: 'Integer', value: 'integer' },
							{ name: 'JSON', value: 'json' },
							{ name: 'Long', value: 'long' },
							{ name: 'String', value: 'string' },
						],
						default: 'string',
						description: 'As the process model declares it',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						description: 'Value of the variable',
					},
				],
			},
		],
	},
	{
		displayName: 'Variables (JSON)',
		name: 'variablesJson',
		type: 'json',
		displayOptions: { show: { specifyVariables: ['json'] } },
		default: '{}',
		placeholder: 'e.g. {"orderId": 4711, "total": 1250.5}',
		description: 'One object, each field a variable; the service derives the types',
	},
];
