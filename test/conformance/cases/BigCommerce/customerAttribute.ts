import { namedCases } from './named';

export const cases = namedCases({
	resource: 'customerAttribute',
	one: 'customer attribute',
	locator: 'customerAttributeId',
	content: { type: 'date' },
	shown: { type: 'date' },
	change: { name: 'Joined on' },
	changed: { name: 'Joined on' },
	lost: /^BigCommerce found the values for customer attribute \d+ missing or not valid$/,
});
