import { partCases } from './productPart';

export const cases = partCases({
	resource: 'productBulkPricingRule',
	locator: 'bulkPricingRuleId',
	content: { quantityMin: 10, quantityMax: 49, type: 'price', amount: 2.5 },
	shown: { quantity_min: 10, quantity_max: 49, type: 'price', amount: 2.5 },
	replacement: {
		content: { quantityMin: 20, quantityMax: 0, type: 'percent', amount: 0.1 },
		shown: { quantity_min: 20, quantity_max: 0, type: 'percent', amount: '0.1' },
	},
	again: {
		content: { quantityMin: 10, quantityMax: 49, type: 'percent', amount: 0.2 },
		shown: { quantity_min: 10, quantity_max: 49, type: 'percent', amount: '0.2' },
	},
});
