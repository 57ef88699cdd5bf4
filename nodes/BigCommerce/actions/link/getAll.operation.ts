import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { filtersCollection, returnAllAndLimit } from '../../../shared/fields';
import { LINK_STATES } from '../../../shared/linkRecord';
import type { Operation } from '../../../shared/operation';
import { LINK_NAMESPACE, toStoredLink } from '../../links/Links';
import { Metafields, metafieldsOfType } from '../../transport/metafields';
import { ownerType } from '../../transport/owners';
import type { StoreClient } from '../../transport/StoreClient';
import { linkScopes, objectFault, objectType, toItem } from './linkFields';
import { LINK } from '../../links/linkShape';

const title = (word: string) => word[0].toUpperCase() + word.slice(1);

const FILTER_FIELDS: INodeProperties[] = [
	{
		displayName: 'Modified After',
		name: 'modifiedAfter',
		type: 'dateTime',
		default: '',
	},
	{
		displayName: 'Object ID',
		name: 'objectId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 4711',
		description: 'Without it, links of every object of the type',
	},
	{
		displayName: 'Purpose',
		name: 'purpose',
		type: 'string',
		default: '',
		placeholder: 'e.g. risk-review',
	},
	{
		displayName: 'Stale Only',
		name: 'staleOnly',
		type: 'boolean',
		default: false,
		description: 'Whether to return only claims that can be taken over',
	},
	{
		displayName: 'States',
		name: 'states',
		type: 'multiOptions',
		options: [...LINK_STATES, 'released'].sort().map((state) => ({ name: title(state), value: state })),
		default: [],
	},
];

/** By the names of the filters. */
type Chosen = Readonly<Record<string, unknown>>;

const matches = (item: ReturnType<typeof toItem>, { purpose, staleOnly, states }: Chosen): boolean =>
	(!purpose || item.purpose === purpose) &&
	(!staleOnly || item.stale === true) &&
	(!Array.isArray(states) || !states.length || states.map(String).includes(String(item.state)));

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of links, for example to find what was left undone',
		action: 'Get many links',
	},
	effect: 'read',
	scopes: linkScopes('read-only', 'objectType'),
	output: LINK,
	fields: [objectType, ...returnAllAndLimit, filtersCollection(FILTER_FIELDS)],
	async execute(run, client) {
		const type = ownerType(run.text('objectType', 'order'));
		if (!type) throw run.refuse({ what: 'Object Type is not known', next: 'Choose it from the list.' });
		const chosen = run.filters('filters', FILTER_FIELDS);
		const limit = run.limit();
		const query: IDataObject = { namespace: LINK_NAMESPACE };
		if (chosen.modifiedAfter) query['date_modified:min'] = chosen.modifiedAfter;
		const id = chosen.objectId === undefined ? undefined : String(chosen.objectId);
		const fault = id && objectFault(type, { objectType: type.value, objectId: id });
		if (fault) throw run.refuse({ what: fault, next: 'Correct it and run again.' });
		const found = id
			? await new Metafields(client, { type, id }).list(query)
			: await metafieldsOfType(client, type, query);
		const items = found.map((field) => toItem(toStoredLink(field))).filter((item) => matches(item, chosen));
		return items.slice(0, limit);
	},
};
