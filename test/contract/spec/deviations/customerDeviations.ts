import { pointerOf } from '../json';
import { schema } from './specDeviation';
import type { SpecDeviation } from './specDeviation';

const CUSTOMERS = 'reference/customers.v3.yml';

/** Where the parameter stands in the list of customers. */
const REGISTRATION_ADDRESS = 15;

export const customerDeviations: SpecDeviation[] = [
	{
		file: CUSTOMERS,
		pointers: [pointerOf('paths', '/customers', 'get', 'parameters', String(REGISTRATION_ADDRESS), 'schema')],
		set: { items: { type: 'string' } },
		reason: 'an IP address is no integer; the field of the answer is a string',
		source: '6.1',
	},
	{
		file: 'reference/customers.v2.yml',
		pointers: [schema('customerGroup_Full', 'properties', 'discount_rules')],
		set: {
			oneOf: undefined,
			type: 'array',
			items: {
				type: 'object',
				properties: {
					type: { type: 'string', enum: ['price_list', 'all', 'category', 'product'] },
					method: { type: 'string', enum: ['percent', 'fixed', 'price'] },
					amount: { type: 'string' },
					price_list_id: { type: 'integer' },
					category_id: { type: 'integer' },
					product_id: { type: 'integer' },
				},
			},
		},
		reason:
			'exactly one of four forms is wanted, and a list without rules has all of them; rules of several types may stand together',
		source: '6.5',
	},
];
