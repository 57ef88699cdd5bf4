import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { DecisionNames } from '../transport/cases';

/** Where a process model keeps a decision; models choose these names freely (reference 4.6, "Completion details"). */
export const decisionOptions: INodeProperties[] = [
	{
		displayName: 'Outcome Variable',
		name: 'outcomeVariable',
		type: 'string',
		default: 'decision',
		description: 'The variable in which the process model keeps the outcome',
	},
	{
		displayName: 'Reason Variable',
		name: 'reasonVariable',
		type: 'string',
		default: 'decisionReason',
		description: 'The variable in which the process model keeps the reason',
	},
];

export const decisionFields: INodeProperties[] = [
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: decisionOptions,
	},
];

export const readDecisionNames = (options: IDataObject): DecisionNames => ({
	outcome: String(options.outcomeVariable || 'decision'),
	reason: String(options.reasonVariable || 'decisionReason'),
});
