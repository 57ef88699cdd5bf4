import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from '../../../shared/operation';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { getAll } from '../case/getAll.operation';

const state: INodeProperties = {
	displayName: 'State',
	name: 'state',
	type: 'options',
	options: [
		{ name: 'All', value: 'all' },
		{ name: 'Ended', value: 'ended' },
	],
	default: 'all',
	description: 'Which cases to return',
};

/** The list of cases as far as the history tells it: the very one that Case: Get Many reads. */
export const getCases: Operation<WorkflowClient> = {
	...getAll,
	option: {
		name: 'Get Many Cases',
		value: 'getCases',
		description: 'Retrieve a list of cases from the history, running and ended',
		action: 'Get many cases from the history',
	},
	fields: getAll.fields.map((field) => (field.name === state.name ? state : field)),
};
