import { text, time } from '../../shared/record/field';
import * as is from '../../shared/shape';
import { inOneParameter, type StoreList } from './storeList';

/** BigCommerce reference 6.3. */
export const customerAttributeValues = {
	words: 'customer attribute values',
	path: '/v3/customers/attribute-values',
	scope: 'Customers',
	sorted: inOneParameter,
	properties: {
		id: is.whole,
		customer_id: is.whole,
		attribute_id: is.whole,
		attribute_value: is.text,
		date_created: is.text,
		date_modified: is.text,
	},
	filters: {
		'attribute_id:in': text('Attribute IDs', 'Separated by commas', { name: 'attributeIds', like: '1,2' }),
		name: text('Attribute Name', '', { name: 'attributeName', like: 'Credit terms' }),
		date_created: time('Created At', ''),
		'date_created:min': time('Created After', ''),
		'date_created:max': time('Created Before', ''),
		'customer_id:in': text('Customer IDs', 'Separated by commas', { name: 'customerIds', like: '32,33' }),
		date_modified: time('Modified At', ''),
		'date_modified:min': time('Modified After', ''),
		'date_modified:max': time('Modified Before', ''),
	},
} satisfies StoreList;

/** It is always text, whatever the type of its attribute (reference 6.3). */
export const VALUE = text('Value', 'Text of up to 255 characters, also for numbers and dates', {
	most: 255,
	like: 'net 30',
});
