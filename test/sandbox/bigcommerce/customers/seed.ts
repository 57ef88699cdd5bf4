import type { Seeds } from '../collection/seed';

const ADA = {
	first_name: 'Ada',
	last_name: 'Example',
	address1: '1 Main Street',
	city: 'Austin',
	state_or_province: 'Texas',
	postal_code: '78701',
	country_code: 'US',
};

/** Customer 32 is who the orders of the scenarios are billed to, by e-mail address; the second buys for a company. */
export const CUSTOMER_SEEDS: Seeds = {
	customers: [
		{
			id: 32,
			values: {
				email: 'ada.example@example.com',
				first_name: 'Ada',
				last_name: 'Example',
				customer_group_id: 1,
				registration_ip_address: '192.0.2.10',
				accepts_product_review_abandoned_cart_emails: true,
				store_credit_amounts: [{ amount: 12.5 }],
				form_fields: [{ name: 'Shirt size', value: 'M' }],
			},
		},
		{
			id: 33,
			values: {
				email: 'carl.buyer@example.org',
				first_name: 'Carl',
				last_name: 'Buyer',
				company: 'Corner Café Inc.',
				phone: '512-555-0133',
				notes: 'Asks for net 30',
				tax_exempt_category: 'RESELLER',
				customer_group_id: 2,
			},
		},
		{ id: 34, values: { email: 'nora.new@example.net', first_name: 'Nora', last_name: 'New' } },
	],
	customerAddresses: [
		{ id: 60, parentId: 32, values: { customer_id: 32, ...ADA } },
		{
			id: 61,
			parentId: 33,
			values: {
				...ADA,
				customer_id: 33,
				first_name: 'Carl',
				last_name: 'Buyer',
				company: 'Corner Café Inc.',
				address1: '20 Market Square',
				address_type: 'commercial',
				form_fields: [{ name: 'Employees', value: 12 }],
			},
		},
	],
	customerAttributes: [
		{ id: 1, values: { name: 'Credit terms', type: 'string' } },
		{ id: 2, values: { name: 'Employees', type: 'number' } },
	],
	customerAttributeValues: [
		{ id: 1, parentId: 32, values: { customer_id: 32, attribute_id: 2, value: '1' } },
		{ id: 2, parentId: 33, values: { customer_id: 33, attribute_id: 1, value: 'requested' } },
	],
	customerGroups: [
		{ id: 1, values: { name: 'Retail', is_default: true } },
		{
			id: 2,
			values: {
				name: 'Wholesale',
				discount_rules: [{ type: 'all', method: 'percent', amount: '10.0000' }],
			},
		},
		{ id: 3, values: { name: 'Pending approval', category_access: { type: 'none' } } },
		{ id: 4, values: { name: 'Guests', is_group_for_guests: true } },
	],
};
