import { pointerOf } from '../json';
import { answer, answered, answerOf, schema } from './specDeviation';
import type { SpecDeviation } from './specDeviation';

const CUSTOMERS = 'reference/customers.v3.yml';
const CARTS = 'reference/carts.v3.yml';
const CHANNELS = 'reference/channels.v3.yml';
const CATEGORIES = 'reference/catalog/categories_catalog.v3.yml';
const LOCATIONS = 'reference/locations.v3.yml';
const STORE = 'reference/store_information.v3.yml';
const VARIANTS = 'reference/catalog/product-variants_catalog.v3.yml';

/** A list of metafields and one of them as chapter 5 of the reference has it, in the words of a file's own components. */
const LIST_OF_METAFIELDS = {
	type: 'object',
	properties: {
		data: { type: 'array', items: { $ref: '#/components/schemas/Metafield' } },
		meta: { $ref: '#/components/schemas/CollectionMeta' },
	},
};
const ONE_METAFIELD = {
	type: 'object',
	properties: { data: { $ref: '#/components/schemas/Metafield' }, meta: { type: 'object' } },
};

/** Files whose single-resource list of metafields has a meta without the cursors of the batch list. */
const LISTS_WITHOUT_CURSORS: Array<[string, string]> = [
	[CUSTOMERS, '/customers/{customerId}/metafields'],
	['reference/catalog/products_catalog.v3.yml', '/catalog/products/{product_id}/metafields'],
	[CATEGORIES, '/catalog/categories/{category_id}/metafields'],
	['reference/catalog/brands_catalog.v3.yml', '/catalog/brands/{brand_id}/metafields'],
	[LOCATIONS, '/inventory/locations/{location_id}/metafields'],
];

/** V3 metafields: seven files describe one resource, each with slips of its own. */
export const metafieldDeviations: SpecDeviation[] = [
	...LISTS_WITHOUT_CURSORS.map(([file, path]) => ({
		file,
		pointers: [`${answer(path, 'get')}/schema/properties`],
		set: { meta: { $ref: '#/components/schemas/CollectionMeta' } },
		reason: 'every list of metafields pages by cursor too; the meta of this one has only pages',
		source: '2.2',
	})),
	...[CUSTOMERS, CATEGORIES, VARIANTS].map((file) => ({
		file,
		pointers: [schema('metafield_Full', 'allOf', '2', 'properties')],
		set: { owner_client_id: { type: 'string' } },
		reason: 'the field of every metafield is in the schema of the batch calls and not in this one',
		source: '5.2',
	})),
	{
		file: VARIANTS,
		pointers: [
			`${answer('/catalog/products/{product_id}/variants/{variant_id}/metafields', 'get')}/schema/properties`,
		],
		set: { meta: { $ref: '#/components/schemas/CollectionMeta' } },
		reason: 'the meta of the list is that of the category tree, with neither pages nor cursors',
		source: '2.2',
	},
	{
		file: CUSTOMERS,
		pointers: [
			answer('/customers/{customerId}/metafields', 'post'),
			answer('/customers/{customerId}/metafields/{metafieldId}', 'put'),
		],
		set: { schema: ONE_METAFIELD },
		reason: 'the schema is that of the batch calls, a list; one is written and one is answered',
		source: '5.3',
	},
	{
		file: CHANNELS,
		pointers: [answerOf('/channels/{channel_id}/metafields', 'get')],
		set: answered(LIST_OF_METAFIELDS),
		reason: 'the schema is one bare metafield, with neither list nor envelope, and of catalog resources only',
		source: '2.1, 5.3',
	},
	{
		file: CHANNELS,
		pointers: [
			answerOf('/channels/{channel_id}/metafields', 'post'),
			answerOf('/channels/{channel_id}/metafields/{metafield_id}', 'get'),
			answerOf('/channels/{channel_id}/metafields/{metafield_id}', 'put'),
		],
		set: answered(ONE_METAFIELD),
		reason: 'the schema is one bare metafield without the envelope of V3, and of catalog resources only',
		source: '2.1, 5.3',
	},
	{
		file: CARTS,
		pointers: [answer('/carts/{cart_id}/metafields', 'get')],
		set: { schema: LIST_OF_METAFIELDS },
		reason: 'the schema of the list is that of one metafield',
		source: '5.3',
	},
	{
		file: CARTS,
		pointers: [answer('/carts/{cart_id}/metafields/{metafield_id}', 'get')],
		set: { schema: ONE_METAFIELD },
		reason: 'the schema leaves out the meta that every V3 answer has, also those of POST and PUT beside it',
		source: '2.1',
	},
	...[CARTS, STORE].map((file) => ({
		file,
		pointers: [schema('Metafield', 'allOf', '1', 'properties', 'id')],
		set: { type: undefined, oneOf: [{ type: 'string' }, { type: 'integer' }] },
		reason:
			'the id of a metafield is an integer, also where calls of this file take it; its answers have text',
		source: '5.2',
	})),
	{
		file: STORE,
		pointers: [schema('MetaFieldCollectionResponsePartialSuccess_POST_PUT', 'properties')],
		set: { errors: { type: 'array', items: { $ref: '#/components/schemas/Error' } } },
		reason: 'the errors of a batch are a list, also of the DELETE of this file; here one stands without it',
		source: '5.3',
	},
	{
		file: CHANNELS,
		pointers: [pointerOf('paths', '/channels/metafields', 'post', 'responses')],
		set: {
			'422': {
				content: {
					'application/json': {
						schema: { $ref: '#/components/schemas/MetaFieldCollectionResponsePartialSuccess_POST_PUT' },
					},
				},
			},
		},
		reason:
			'a batch that succeeds in part is answered as its PUT and DELETE are; the schema is that of a plain error',
		source: '2.6, 5.3',
	},
	{
		file: CUSTOMERS,
		pointers: [pointerOf('paths', '/customers/metafields', 'delete')],
		set: {
			requestBody: {
				required: true,
				content: { 'application/json': { schema: { type: 'array', items: { type: 'integer' } } } },
			},
		},
		reason: 'the ids to delete are the body of the call; this file alone leaves it out',
		source: '5.3',
	},
	...[
		[CARTS, '/carts/metafields'],
		[LOCATIONS, '/inventory/locations/metafields'],
	].map(([file, path]) => ({
		file,
		pointers: [
			pointerOf(
				...['paths', path, 'put', 'requestBody', 'content', 'application/json', 'schema'],
				...['items', 'allOf', '1', 'properties', 'id'],
			),
		],
		set: { type: undefined, oneOf: [{ type: 'string' }, { type: 'integer' }] },
		reason: 'the id of a metafield is an integer; the batch PUT of this file has text, its DELETE integers',
		source: '5.2',
	})),
];
