import type { INodeProperties } from 'n8n-workflow';
import { compareNames } from './compareNames';
import type { ItemRun } from './itemRun';

/** The fields that every Get Many shares; wording fixed by n8n's linter. */
export const returnAllAndLimit: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		displayOptions: { show: { returnAll: [false] } },
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
	},
];

export const simplify: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** What a number is held to is checked when the node runs; a filter that is out of bounds finds nothing, so that its form needs not know them. */
const unbounded = ({ typeOptions, ...field }: INodeProperties): INodeProperties => ({
	...field,
	...(field.type !== 'number' && typeOptions && { typeOptions }),
});

/** The filters of a Get Many, listed by their shown names. */
export const filtersCollection = (
	fields: readonly INodeProperties[],
	displayOptions?: INodeProperties['displayOptions'],
): INodeProperties => ({
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	...(displayOptions && { displayOptions }),
	default: {},
	options: fields.map(unbounded).sort((a, b) => compareNames(a.displayName, b.displayName)),
});

/** What most users leave alone, listed by their shown names. */
export const optionsCollection = (fields: readonly INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [...fields].sort((a, b) => compareNames(a.displayName, b.displayName)),
});

/** @param name the service's own name for it, where it has one */
export const sortDirection = (name: string): INodeProperties => ({
	displayName: 'Sort Direction',
	name,
	type: 'options',
	options: [
		{ name: 'Ascending', value: 'asc' },
		{ name: 'Descending', value: 'desc' },
	],
	default: 'asc',
	description: 'Which value comes first',
});

/** Fields under one heading. */
export const collectionField = (
	displayName: string,
	name: string,
	options: INodeProperties[],
): INodeProperties => ({
	displayName,
	name,
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options,
});

/** For triggers that poll. @param what the trigger does at each poll time, as the texts name it: sweep, poll */
export const lookBackHours = (what: string): INodeProperties => ({
	displayName: 'Look Back (Hours)',
	name: 'lookBackHours',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description: `How far back the first ${what} looks when the workflow is published for the first time`,
});

/** For triggers that poll. @param description why this one looks back, and what comes of it */
export const overlapMinutes = (description: string): INodeProperties => ({
	displayName: 'Overlap (Minutes)',
	name: 'overlapMinutes',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 5,
	description,
});

/** Where a file that comes out is put. */
export const outputFile: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'binaryProperty',
	type: 'string',
	required: true,
	default: 'data',
	hint: 'The name of the output binary field to put the file in',
	description: 'The file is streamed, so it may be large',
};

/** @returns the binary field that is meant @throws NodeOperationError when it is empty */
export const outputFileOf = (run: ItemRun): string =>
	run.requiredText(outputFile.name, outputFile.displayName);
