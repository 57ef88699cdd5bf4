import { pointerOf } from '../json';
import { answer, answered, schema } from './specDeviation';
import type { SpecDeviation } from './specDeviation';

const PRODUCTS = 'reference/catalog/products_catalog.v3.yml';

const CATEGORIES = 'reference/catalog/category-trees_catalog.v3.yml';

export const catalogDeviations: SpecDeviation[] = [
	{
		file: CATEGORIES,
		pointers: ['get', 'post', 'put'].map((method) =>
			pointerOf('paths', '/catalog/trees/categories', method, 'responses', '422'),
		),
		set: answered({
			type: 'object',
			required: ['status', 'title'],
			properties: {
				status: { type: 'integer' },
				title: { type: 'string' },
				type: { type: 'string' },
				errors: { type: 'object', additionalProperties: { type: 'string' } },
			},
		}),
		reason: 'an error is described once more inside of itself, or without its status and title',
		source: '2.6',
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
