import { pointerOf } from '../json';
import { answer, schema } from './specDeviation';
import type { SpecDeviation } from './specDeviation';

const PRODUCTS = 'reference/catalog/products_catalog.v3.yml';

export const catalogDeviations: SpecDeviation[] = [
	{
		file: 'reference/inventory.v3.yml',
		pointers: ['VariantIdFilterParam', 'ProductIdFilterParam', 'LocationIdsParam'].map((name) =>
			pointerOf('components', 'parameters', name, 'schema'),
		),
		set: { type: 'string' },
		reason: 'the text of the parameter says a list separated by commas, its type one integer',
		source: '8.1',
	},
	{
		file: 'reference/locations.v3.yml',
		pointers: [
			pointerOf('components', 'parameters', 'LocationIdsParam', 'schema'),
			pointerOf('paths', '/inventory/locations', 'delete', 'parameters', '0', 'schema'),
		],
		set: { type: 'string' },
		reason: 'the text of the parameter says a list separated by commas, its type one integer',
		source: '8.3',
	},
	{
		file: 'reference/channels.v3.yml',
		pointers: [schema('ChannelWithoutCurrencies', 'properties')],
		set: { currencies: { $ref: '#/components/schemas/CurrencyNotRequiredWithChannelId' } },
		reason: 'the list takes include=currencies, and its answer is that of channels without them',
		source: '11.3',
	},
	{
		file: PRODUCTS,
		pointers: [schema('product_Put_Collection', 'items', 'allOf', '0', 'properties', 'id')],
		set: { readOnly: false },
		reason: 'the id says which product of a batch is changed; it is required and called read-only',
		source: '7.1',
	},
	{
		file: PRODUCTS,
		pointers: [`${answer('/catalog/products/{product_id}/bulk-pricing-rules', 'get')}/schema/properties`],
		set: {
			data: {
				type: 'array',
				items: {
					allOf: [
						{ type: 'object', properties: { id: { type: 'integer' } } },
						{ $ref: '#/components/schemas/bulkPricingRule_Response' },
					],
				},
			},
		},
		reason: 'a list of rules is answered; the schema is that of one rule',
		source: '2.1',
	},
];
