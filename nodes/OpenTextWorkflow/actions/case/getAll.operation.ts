import type { INodeProperties } from 'n8n-workflow';
import mapKeys from 'lodash/mapKeys';
import type { Operation } from '../../../shared/operation';
import type { Field } from '../../../shared/record/field';
import { listing } from '../../../shared/record/listing';
import { CASE_LISTS, cases } from '../../records/case';
import { hasId } from '../../transport/replies';
import type { WorkflowClient } from '../../transport/WorkflowClient';

const stateField: INodeProperties = {
	displayName: 'State',
	name: 'state',
	type: 'options',
	options: [
		{ name: 'All', value: 'all' },
		{ name: 'Ended', value: 'ended' },
		{ name: 'Running', value: 'running' },
	],
	default: 'all',
	description: 'Which cases to return',
};

const { fields, output, read, shown } = listing(cases);

export const getAll: Operation<WorkflowClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of cases',
		action: 'Get many cases',
	},
	effect: 'read',
	output,
	fields: [stateField, ...fields],
	async execute(run, client) {
		const state = run.text('state', 'all');
		if (!Object.hasOwn(CASE_LISTS, state)) {
			throw run.refuse({ what: 'State is not known', next: 'Choose it from the list.' });
		}
		const { base, path, query, filters: known, names = {} } = CASE_LISTS[state];
		const { filters, limit } = read(run);
		const [other] = Object.entries<Field>(cases.filters)
			.filter(([name]) => name in filters && !(name in known))
			.map(([, { property }]) => property.displayName);
		if (other) {
			throw run.refuse({
				what: `Filter "${other}" is not known where ${state} cases are listed`,
				next: 'Remove it, or choose another State.',
			});
		}
		const rows = await client.list(
			{
				base,
				path,
				query: {
					...query,
					...mapKeys(filters, (_value, name) => names[name] ?? name),
					includeProcessVariables: true,
				},
				subject: 'the list of cases',
				isRow: hasId,
			},
			limit,
		);
		return shown(run, rows);
	},
};
