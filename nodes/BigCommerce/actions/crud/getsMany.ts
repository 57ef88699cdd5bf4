import pick from 'lodash/pick';
import type { INodeProperties } from 'n8n-workflow';
import { listing } from '../../../shared/record/listing';
import type { Query } from '../../../shared/serviceRequest';
import type { StoreList } from '../../records/storeList';
import type { StoreRecord } from '../../records/storeRecord';
import { includeField, includedBy } from './includes';
import { leanQuery, parentLocators, scopeOf, stayingId, type Made } from './picked';

/** What only one list has. */
interface More {
	options: INodeProperties[];
	/** What is asked for in addition, by what was chosen. */
	query(options: Readonly<Record<string, unknown>>): Query;
}

/** The list of a record, or one that is no more than a list. */
type Listed = StoreList & Pick<Partial<StoreRecord>, 'below' | 'includes' | 'isLean'>;

const including = ({ includes }: Listed): Partial<More> =>
	includes
		? {
				options: [{ ...includeField(includes), displayOptions: { show: { '/simplify': [false] } } }],
				query: ({ include }) => includedBy(Array.isArray(include) ? include.map(String) : []),
			}
		: {};

/** A Get Many of a list of the store. */
export function getsMany(list: Listed, more: Partial<More> = including(list)): Made {
	const { path, words, scope, below, simple, told } = list;
	const { options = [], query = () => ({}) } = more;
	const { fields, output, read, shown } = listing(list, options);
	return {
		effect: 'read',
		scopes: scopeOf(list, 'read-only'),
		output,
		fields: [...parentLocators(list), ...fields],
		async execute(run, client) {
			const { filters, sort, limit, options: chosen } = read(run);
			const parent = below && { one: below.one, id: await stayingId(run, client, below) };
			const isShort = simple !== undefined && run.flag('simplify', true);
			const rows = await client.list(
				{
					path: parent ? path.replace('{id}', String(parent.id)) : path,
					query: {
						...query(chosen),
						...(isShort && leanQuery(list)),
						...(sort && list.sorted(sort)),
						...filters,
					},
					...pick(list, ['idField', 'isUnpaged']),
					subject: { name: `the list of ${words}${parent ? ` of ${parent.one} ${parent.id}` : ''}`, scope },
				},
				limit,
			);
			return shown(run, told ? rows.map((row) => told(row)) : rows);
		},
	};
}
