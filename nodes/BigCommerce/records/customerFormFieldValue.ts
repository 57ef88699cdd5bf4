import { labelOf } from '../../shared/labels';
import { choice, text, whole } from '../../shared/record/field';
import * as is from '../../shared/shape';
import { inOneParameter, type StoreList } from './storeList';

const TYPES = ['checkboxes', 'date', 'multiline', 'numbers', 'password', 'picklist', 'radiobuttons', 'text'];

/** What shoppers entered into the store's own forms; it is written through customers and addresses, whose call here is deprecated (BigCommerce reference 6.4). */
export const customerFormFieldValues = {
	words: 'form field values',
	path: '/v3/customers/form-field-values',
	scope: 'Customers',
	idField: 'name',
	sorted: inOneParameter,
	properties: {
		name: is.text,
		value: is.either(is.either(is.text, is.amount), is.list()),
		customer_id: is.whole,
		address_id: is.whole,
	},
	filters: {
		address_id: whole('Address ID', '', { least: 1 }),
		customer_id: whole('Customer ID', '', { least: 1 }),
		field_name: text('Field Name', ''),
		field_type: choice(
			'Field Type',
			'',
			TYPES.map((value) => ({ name: labelOf(value), value })),
		),
	},
} satisfies StoreList;
