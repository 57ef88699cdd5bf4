import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Operation } from '../../shared/operation';
import { listing } from '../../shared/record/listing';
import type { StoreList } from '../records/storeList';
import type { StoreClient } from '../transport/StoreClient';

/** What only one list has. */
interface More {
	options: INodeProperties[];
	/** What is asked for in addition, by what was chosen. */
	query(options: IDataObject): IDataObject;
}

/** A Get Many of a list of the store. */
export function getsMany(
	list: StoreList,
	{ options = [], query = () => ({}) }: Partial<More> = {},
): Omit<Operation<StoreClient>, 'option'> {
	const { path, words, scope } = list;
	const { fields, output, read, shown } = listing(list, options);
	return {
		effect: 'read',
		scopes: [{ name: scope, access: 'read-only' }],
		output,
		fields,
		async execute(run, client) {
			const { filters, sort, limit, options: chosen } = read(run);
			const rows = await client.list(
				{
					path,
					query: { ...query(chosen), ...(sort && list.sorted(sort)), ...filters },
					subject: { name: `the list of ${words}`, scope },
				},
				limit,
			);
			return shown(run, rows);
		},
	};
}
