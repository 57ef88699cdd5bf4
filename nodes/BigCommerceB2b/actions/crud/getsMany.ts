import pick from 'lodash/pick';
import type { INodeProperties } from 'n8n-workflow';
import { listing } from '../../../shared/record/listing';
import type { Query } from '../../../shared/serviceRequest';
import { sorted, type B2bList } from '../../../BigCommerce/edition/records/b2bRecord';
import { parentLocators, placeOf, scopes, type Made } from './picked';

const includeExtraFields: INodeProperties = {
	displayName: 'Include Extra Fields',
	name: 'includeExtraFields',
	type: 'boolean',
	default: false,
	displayOptions: { show: { '/simplify': [false] } },
	description: 'Whether to add the values of the fields that were made in the control panel',
};

/** A Get Many. */
export function getsMany(list: B2bList): Made {
	const { words, hidesExtraFields, extraFieldsBy = { isIncludeExtraFields: '1' } } = list;
	const asked = list.asked ?? ((filters: Query) => filters);
	const { fields, output, read, shown } = listing(list, hidesExtraFields ? [includeExtraFields] : []);
	return {
		effect: 'read',
		scopes,
		output,
		fields: [...parentLocators(list), ...fields],
		async execute(run, client) {
			const { filters, sort, limit, options } = read(run);
			const { path, of } = placeOf(run, list);
			const rows = await client.list(
				{
					...pick(list, ['idField', 'isUnpaged', 'rows', 'paging']),
					path,
					query: {
						...(options.includeExtraFields === true && extraFieldsBy),
						...(sort && sorted(list, sort)),
						...asked(filters),
					},
					subject: `the list of ${words}${of}`,
				},
				limit,
			);
			return shown(run, rows);
		},
	};
}
