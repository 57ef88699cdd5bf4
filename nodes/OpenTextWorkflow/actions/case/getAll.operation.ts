import type { INodeProperties } from 'n8n-workflow';
import mapKeys from 'lodash/mapKeys';
import type { ItemRun } from '../../../shared/itemRun';
import { labelOf } from '../../../shared/labels';
import type { Operation } from '../../../shared/operation';
import { inputOf, inputsOf, type Field } from '../../../shared/record/field';
import { listing, type ListQuery } from '../../../shared/record/listing';
import { cases } from '../../records/case';
import { CASE_FILTERS, CASE_LISTS, CASE_OPTIONS } from '../../records/caseLists';
import { hasId } from '../../transport/replies';
import { sortedList } from '../../transport/sorting';
import type { ListRequest, WorkflowClient } from '../../transport/WorkflowClient';

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

const { fields, output, read, shown } = listing(cases, inputsOf(CASE_OPTIONS));

/** The service's names of the options. */
const QUERY_NAMES = new Map(
	Object.entries(CASE_OPTIONS).map((entry): [string, string] => [inputOf(entry).name, entry[0]]),
);

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
		const asked = read(run);
		refuseUnknown(run, state, asked);
		const { base, path, query, names = {} } = CASE_LISTS[state];
		const { filters, limit, sort } = asked;
		const options = mapKeys(asked.options, (_value, name) => QUERY_NAMES.get(name) ?? name);
		const list: ListRequest = {
			base,
			path,
			query: {
				...query,
				...mapKeys(filters, (_value, name) => names[name] ?? name),
				includeProcessVariables: true,
				...options,
			},
			subject: 'the list of cases',
			isRow: hasId,
		};
		return shown(run, await sortedList(client, list, limit, sort));
	},
};

/** Running and ended cases are kept in two places, which do not know the same. */
function refuseUnknown(run: ItemRun, state: string, { filters, sort }: ListQuery): void {
	const { filters: known, sorts } = CASE_LISTS[state];
	const [other] = Object.entries<Field>(CASE_FILTERS)
		.filter(([name]) => name in filters && !(name in known))
		.map(([, { property }]) => property.displayName);
	if (other) {
		throw run.refuse({
			what: `Filter "${other}" is not known where ${state} cases are listed`,
			next: 'Remove it, or choose another State.',
		});
	}
	if (!sort || sorts.has(sort.by)) return;
	throw run.refuse({
		what: `Sort By "${labelOf(sort.by)}" is not known where ${state} cases are listed`,
		next: 'Sort by something else, or choose another State.',
	});
}
