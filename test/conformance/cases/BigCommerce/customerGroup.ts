import { namedCases } from './named';

export const cases = namedCases({
	resource: 'customerGroup',
	one: 'customer group',
	locator: 'customerGroupId',
	content: {
		additionalFields: {
			categoryAccess: '{"type": "specific", "categories": [18]}',
			discountRules: '[{"type": "all", "method": "percent", "amount": "5.0000"}]',
		},
	},
	shown: { category_access: { type: 'specific', categories: [18] } },
	change: { categoryAccess: '{"type": "none"}' },
	changed: { category_access: { type: 'none' } },
	beyond: {
		says: /discount_rules/,
		source: 'customers.v2: POST takes a rule by price list, PUT describes none that has its id alone',
	},
});
