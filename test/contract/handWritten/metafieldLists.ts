import { METAFIELD_OWNERS, type MetafieldOwner } from '../../sandbox/bigcommerce/metafields/owners';
import { objectOf } from '../spec/json';
import { dataIdOf, firstIdOf, idOf } from '../storeSandbox';
import { CURSORS, HOUR_MS, of, PAGES, type ListCase, type Stage, type Tried } from './listCase';

const WORDS = [
	...['resource_id', 'key', 'value', 'namespace', 'permission_set', 'resource_type', 'description'],
	...['owner_client_id', 'date_created', 'date_modified'],
];

const chosen: Tried[] = WORDS.map((word) => [word, 'other']);

/** BigCommerce reference 5.3, and what single descriptions have beside it. */
const FILTERS: ListCase['parameters'] = {
	...PAGES,
	...CURSORS,
	key: [['one', [0]]],
	'key:in': [['two,three', [1]]],
	namespace: [['first', [0]]],
	'namespace:in': [['second,third', [1]]],
	direction: [
		['asc', [0], 'limit=1'],
		['desc', [1], 'limit=1'],
	],
	include_fields: chosen,
	exclude_fields: chosen,
	date_created: [[of('date_created', 0), [0]]],
	'date_created:min': [[of('date_created', 1), [1]]],
	'date_created:max': [[of('date_created', 0), [0]]],
	date_modified: [[of('date_modified', 1), [1]]],
	// The first was changed last.
	'date_modified:min': [[of('date_modified', 0), [0]]],
	'date_modified:max': [[of('date_modified', 1), [1]]],
	id: [[of('id', 1), [1]]],
	'id:in': [[({ rows }) => `${String(rows[0].id)},999999`, [0]]],
	'id:not_in': [[({ rows }) => `${String(rows[0].id)},999999`, [1]]],
	'id:min': [[of('id', 1), [1]]],
	'id:max': [[of('id', 0), [0]]],
	'id:greater': [[of('id', 0), [1]]],
	'id:less': [[of('id', 1), [0]]],
	'resource_id:in': [
		[({ rows }) => `${String(rows[0].resource_id)},999999`, [0, 1]],
		['999999', []],
	],
};

/** Who may carry metafields, by the path of the batch calls. */
const CARRIERS: Readonly<Record<string, string>> = {
	'/customers': '32',
	'/catalog/products': '111',
	'/catalog/variants': '77',
	'/catalog/categories': '18',
	'/catalog/brands': '35',
	'/carts': '8b5d6f1c-7c0e-4a51-9a3e-5e5b0d1f2a3c',
	'/channels': '1',
	'/inventory/locations': '1',
};

/** Two that have nothing in common, of which the first was changed last. */
async function prepared(
	{ make, control }: Stage,
	{ path, single = path, only }: MetafieldOwner,
): Promise<string> {
	if (only === true) return await preparedOfOne({ make, control }, `/v3${path}/metafields`);
	const id = CARRIERS[path] ?? idOf(await control('/bigcommerce/orders', { scenario: 'harmless' }));
	const list = `/v3${single.replace(':productId', '111')}/${id}/metafields`;
	const shared = { permission_set: 'write', value: 'x', description: 'x' };
	const one = { ...shared, namespace: 'first', key: 'one' };
	const first = dataIdOf(await make('POST', list, 200, one));
	await control('/clock', { advanceMs: HOUR_MS });
	await make('POST', list, 200, { ...shared, namespace: 'second', key: 'two' });
	await control('/clock', { advanceMs: HOUR_MS });
	await make('PUT', `${list}/${first}`, 200, {
		...one,
		...(path === '/customers' && { id: first }),
		value: 'y',
	});
	return list;
}

/** The same where there is one to carry them: what is made is taken and given in arrays. */
async function preparedOfOne({ make, control }: Stage, list: string): Promise<string> {
	const shared = { permission_set: 'write', value: 'x', description: 'x' };
	const one = { ...shared, namespace: 'first', key: 'one' };
	const first = firstIdOf(objectOf(await make('POST', list, 200, [one])).data);
	await control('/clock', { advanceMs: HOUR_MS });
	await make('POST', list, 200, [{ ...shared, namespace: 'second', key: 'two' }]);
	await control('/clock', { advanceMs: HOUR_MS });
	await make('PUT', `${list}/${first}`, 200, { ...one, value: 'y' });
	return list;
}

/** What the description of a list names as its fields and are none. */
const WRONG_WORDS: Readonly<Record<string, string>> = {
	'/v3/catalog/products/:resourceId/metafields': 'the description lists the fields of products',
	'/v3/catalog/products/metafields': 'the description lists a filter among the fields',
	'/v3/inventory/locations/:resourceId/metafields': 'the description misspells `date_modified`',
	'/v3/inventory/locations/metafields': 'the description misspells `date_modified`',
	'/v3/store/metafields': 'the description misspells `date_modified`',
};

/** Of one resource, and of all of its type: BigCommerce reference 5. */
export const METAFIELD_LISTS: readonly ListCase[] = METAFIELD_OWNERS.flatMap((owner) => {
	const { path, single = path, only } = owner;
	const ofAll = { route: `/v3${path}/metafields`, pathOf: () => `/v3${path}/metafields` };
	const ofOne = { route: `/v3${single}/:resourceId/metafields`, pathOf: (list: string) => list };
	return (only === true ? [ofAll] : [ofOne, ofAll]).map(({ route, pathOf }) => ({
		route,
		prepare: async (stage: Stage) => pathOf(await prepared(stage, owner)),
		parameters: FILTERS,
		isShared: true as const,
		...(WRONG_WORDS[route] && { leftOut: { words: { include_fields: WRONG_WORDS[route] } } }),
	}));
});
