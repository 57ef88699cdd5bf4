import { amount, flag, list, loadedChoice, text, time, whole } from '../../shared/record/field';
import { WHOLE_ID } from '../../shared/record/locator';
import * as is from '../../shared/shape';
import { INFERRED } from '../transport/inferred';
import { inOneParameter } from './storeList';
import type { StoreRecord } from './storeRecord';

const email = text('Email', 'Address the customer signs in with, unique among the customers of a channel', {
	like: 'nathan@example.com',
	most: 250,
});
const firstName = text('First Name', 'Given name', { most: 100 });
const lastName = text('Last Name', 'Family name', { most: 100 });

/** BigCommerce reference 6.1. */
export const customer = {
	one: 'customer',
	words: 'customers',
	path: '/v3/customers',
	scope: 'Customers',
	removedAtOnce: INFERRED.removedAtOnce,
	inArrays: true,
	most: 10,
	same: { fields: ['email', 'first_name', 'last_name'], filter: 'email:in' },
	together: { most: 10, among: { filter: 'email:in', field: 'email' } },
	sorted: inOneParameter,
	properties: {
		id: is.whole,
		email: is.text,
		first_name: is.text,
		last_name: is.text,
		company: is.text,
		phone: is.text,
		notes: is.text,
		tax_exempt_category: is.text,
		customer_group_id: is.whole,
		address_count: is.whole,
		attribute_count: is.whole,
		authentication: is.object({ force_password_reset: is.flag }),
		accepts_product_review_abandoned_cart_emails: is.flag,
		origin_channel_id: is.orNull(is.whole),
		channel_ids: is.orNull(is.list(is.whole)),
		registration_ip_address: is.text,
		date_created: is.text,
		date_modified: is.text,
		addresses: is.list(is.object()),
		attributes: is.list(is.object()),
		form_fields: is.list(is.object()),
		store_credit_amounts: is.list(is.object({ amount: is.amount })),
		shopper_profile_id: is.orNull(is.text),
		segment_ids: is.list(is.text),
	},
	includes: [
		{ name: 'Addresses', value: 'addresses' },
		{ name: 'Attributes', value: 'attributes' },
		{ name: 'Form Fields', value: 'formfields' },
		{ name: 'Segment IDs', value: 'segment_ids' },
		{ name: 'Shopper Profile ID', value: 'shopper_profile_id' },
		{ name: 'Store Credit', value: 'storecredit' },
	],
	simple: [
		'id',
		'email',
		'first_name',
		'last_name',
		'company',
		'phone',
		'customer_group_id',
		'notes',
		'date_created',
		'date_modified',
	],
	locator: {
		name: 'customerId',
		label: 'Customer',
		description: 'The customer to work on',
		search: 'searchCustomers',
		like: '32',
		format: WHOLE_ID,
		page: {
			like: 'https://….mybigcommerce.com/manage/customers/32/edit',
			id: INFERRED.pages.customer,
		},
		key: {
			mode: 'email',
			label: 'Email',
			like: 'nathan@example.com',
			format: { regex: '\\S+@\\S+', fault: 'Needs an @, and no blanks' },
			field: 'email',
			filter: 'email:in',
			several: 'email:in',
		},
		/** An ID or an e-mail address finds one customer, anything else those with it in their name. */
		asked: (typed) => {
			if (/^\d+$/.test(typed)) return { 'id:in': typed };
			return { [typed.includes('@') ? 'email:in' : 'name:like']: typed };
		},
		named: ({ first_name: first, last_name: last, email: address }) =>
			`${[first, last].filter(Boolean).join(' ')} – ${String(address)}`,
	},
	filters: {
		'company:in': text('Company', '', { name: 'company' }),
		date_created: time('Created At', ''),
		'date_created:min': time('Created After', ''),
		'date_created:max': time('Created Before', ''),
		'customer_group_id:in': loadedChoice(
			'Customer Group',
			'Only customers of this group',
			'getCustomerGroups',
		),
		'email:in': text('Email', 'Separate several by commas', {
			name: 'email',
			like: 'nathan@example.com',
		}),
		'id:in': text('IDs', 'Separated by commas', {
			name: 'ids',
			like: '32,33',
		}),
		date_modified: time('Modified At', ''),
		'date_modified:min': time('Modified After', ''),
		'date_modified:max': time('Modified Before', ''),
		'name:in': text('Name', '', { name: 'name', like: 'Nathan Smith' }),
		'name:like': text('Name Contains', '', {
			name: 'nameContains',
			like: 'Smith',
		}),
		'phone:in': text('Phone', '', { name: 'phone' }),
		'registration_ip_address:in': text('Registration IP Address', '', {
			name: 'registrationIpAddress',
		}),
	},
	sort: ['date_created', 'date_modified', 'last_name'],
	clearable: ['company', 'notes', 'phone', 'tax_exempt_category'],
	required: { email, first_name: firstName, last_name: lastName },
	further: {
		accepts_product_review_abandoned_cart_emails: flag(
			'Accepts Marketing Emails',
			'Whether the customer gets e-mails about abandoned carts and product reviews',
			{ name: 'acceptsMarketingEmails' },
		),
		channel_ids: list('Channel IDs (JSON)', 'List of the channels in which the customer can sign in', {
			name: 'channelIds',
			like: '[1, 2]',
		}),
		company: text('Company', 'Where the customer works', { most: 255 }),
		customer_group_id: loadedChoice(
			'Customer Group',
			'Prices and access of this group; 0 for none',
			'getCustomerGroups',
		),
		form_fields: list('Form Fields (JSON)', 'List of values for the fields of the sign-up form', {
			name: 'formFields',
			like: '[{"name": "License", "value": "123"}]',
		}),
		notes: text('Notes', 'What only staff can read', { typeOptions: { rows: 3 } }),
		phone: text('Phone', 'Phone number', { most: 50 }),
		store_credit_amounts: {
			...amount('Store Credit', 'What the customer has, in the currency of the store', {
				name: 'storeCredit',
				least: 0,
			}),
			inRow: 'amount',
		},
		tax_exempt_category: text('Tax Exempt Category', 'Code by which the customer pays no tax', { most: 255 }),
	},
	onlyNew: {
		origin_channel_id: whole('Origin Channel ID', 'The channel in which the customer was created', {
			least: 1,
		}),
		trigger_account_created_notification: flag(
			'Send Welcome Email',
			'Whether the store sends the customer its welcome e-mail',
			{ name: 'sendWelcomeEmail' },
		),
	},
} satisfies StoreRecord;
