import * as is from '../../../shared/shape';

const number = is.either(is.text, is.amount);

/** Where the fields of each kind of record are told (BigCommerce reference 13.2, 13.4, 13.5, 13.6, 13.7). */
export const EXTRA_FIELD_PATHS: Readonly<Record<string, string>> = {
	address: '/addresses/extra-fields',
	company: '/companies/extra-fields',
	companyUser: '/users/extra-fields',
	invoice: '/ip/invoices/extra-fields',
	order: '/orders/extra-fields',
	quote: '/rfq/extra-fields',
};

/** A field that the merchant made in the control panel: there is no other way to make one (reference 13.2). Orders call the choices by another name. */
export const extraField = {
	words: 'extra fields',
	properties: {
		id: is.whole,
		uuid: is.either(is.text, is.whole),
		fieldName: is.text,
		labelName: is.text,
		fieldType: is.whole,
		isRequired: is.flag,
		isUnique: is.flag,
		visibleToEnduser: is.flag,
		configType: is.whole,
		defaultValue: is.text,
		maximumLength: number,
		numberOfRows: number,
		maximumValue: number,
		listOfValue: is.list(is.text),
		listOfValues: is.list(is.text),
		valueConfig: is.object(),
	},
	simple: [
		...['id', 'uuid', 'fieldName', 'labelName', 'fieldType', 'isRequired', 'visibleToEnduser'],
		...['defaultValue', 'listOfValue', 'listOfValues'],
	],
	filters: {},
};
