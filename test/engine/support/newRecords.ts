import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byItem, MAPPED } from './storeRuns';

/** What goes out in one call beside customers, with what comes out of each item. */
export const TOGETHER: ReadonlyArray<
	readonly [
		what: string,
		parameters: INodeParameters,
		item: (nth: number) => IDataObject,
		calls: string[],
		shows: string,
	]
> = [
	[
		'addresses of customers',
		{ resource: 'customerAddress', operation: 'create', customerId: byItem('customer'), fields: MAPPED },
		(nth) => ({
			customer: 32,
			first_name: 'Nora',
			last_name: 'New',
			address1: `${nth} Side Street`,
			city: 'Austin',
			country_code: 'US',
		}),
		['POST /customers/addresses 200'],
		'address1',
	],
	[
		'attributes',
		{ resource: 'customerAttribute', operation: 'create', name: '={{ $json.name }}', type: 'string' },
		(nth) => ({ name: `Terms ${nth}` }),
		['POST /customers/attributes 200'],
		'name',
	],
	[
		'categories',
		{ resource: 'category', operation: 'create', fields: MAPPED },
		(nth) => ({ name: `Lamps ${nth}`, parent_id: 23, tree_id: 1 }),
		['POST /catalog/trees/categories 201'],
		'name',
	],
	[
		'locations',
		{ resource: 'location', operation: 'create', fields: MAPPED },
		(nth) => ({ code: `DEPOT-${nth}`, label: `Depot ${nth}` }),
		['POST /inventory/locations 200'],
		'code',
	],
];
