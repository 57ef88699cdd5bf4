import type { Seeds } from '../collection/seed';

const TRADE_STREET = {
	firstName: 'Sample',
	lastName: 'Owner',
	street1: '1 Trade Street',
	street2: 'Floor 1',
	city: 'Austin',
	state: 'Texas',
	zipCode: '78701',
	country: 'United States',
};

/** A company that has applied, and one that buys; the administrator of the second is customer 32. */
export const B2B_SEEDS: Seeds = {
	companies: [
		{
			id: 801,
			values: {
				companyName: 'Example Trading',
				companyEmail: 'info@example.net',
				companyPhone: '512-555-0180',
				companyStatus: 0,
				addressLine1: '1 Trade Street',
				city: 'Austin',
				state: 'Texas',
				country: 'US',
				extraFields: [{ fieldName: 'Tax ID', fieldValue: 'TEST-123' }],
			},
		},
		{
			id: 802,
			values: {
				companyName: 'Ada Supplies',
				companyEmail: 'office@example.com',
				companyPhone: '512-555-0132',
				companyStatus: 1,
				customerGroupId: 2,
				country: 'US',
			},
		},
	],
	companyAddresses: [
		{
			id: 9101,
			values: {
				companyId: 801,
				firstName: 'Sample',
				lastName: 'Owner',
				addressLine1: '1 Trade Street',
				city: 'Austin',
				stateName: 'Texas',
				stateCode: 'TX',
				zipCode: '78701',
				countryName: 'United States',
				countryCode: 'US',
				isBilling: true,
				externalId: 'ERP-9',
				extraFields: [],
			},
		},
	],
	invoices: [
		{
			id: 7001,
			values: {
				customerId: '801',
				externalCustomerId: 'ERP-801',
				externalId: '4711',
				invoiceNumber: '00000033',
				type: 'Invoice',
				orderNumber: '100',
				dueDate: 1_830_000_000,
				details: {
					type: 'StandardInvoiceDetails',
					header: {
						costLines: [{ amount: { code: 'USD', value: '400.0000' }, description: 'Subtotal' }],
						orderDate: 1_767_605_400,
						billingAddress: TRADE_STREET,
						shippingAddresses: [TRADE_STREET],
					},
				},
				originalBalance: { code: 'USD', value: '400.0000' },
				openBalance: { code: 'USD', value: '400.0000' },
			},
		},
	],
	b2bOrders: [
		{
			id: 100,
			values: { companyId: 801, poNumber: 'PO-1', totalIncTax: 440, usdIncTax: 440, items: 2 },
		},
		{ id: 101, values: { companyId: 802, totalIncTax: 99.95, usdIncTax: 99.95 } },
		{ id: 102, values: { companyId: 802, totalIncTax: 12.5, usdIncTax: 12.5 } },
	],
	salesStaff: [
		{
			id: 20_135,
			values: { email: 'sales@example.com', name: 'Sample Seller', companies: { 801: 1_721_835_018 } },
		},
		{ id: 20_136, values: { email: 'sales2@example.com', name: 'Second Seller' } },
		{ id: 20_137, values: { email: 'sales3@example.com', name: 'Third Seller' } },
	],
	quotes: [
		{
			id: 9001,
			values: {
				companyId: 801,
				quoteTitle: 'Desk lamps for Austin',
				referenceNumber: 'OFFER-1',
				userEmail: 'sales@example.com',
				expiredAt: '12/31/2027',
				subtotal: 7440,
				discount: 1500,
				grandTotal: 5940,
				totalAmount: 5940,
				contactInfo: { name: 'Sample Owner', email: 'owner@example.net' },
				productList: [
					{
						sku: 'LAMP-RED',
						productId: 111,
						productName: 'Desk Lamp',
						quantity: 12,
						basePrice: 620,
						discount: 125,
						offeredPrice: 495,
					},
				],
			},
		},
	],
	companyUsers: [
		{
			id: 5001,
			values: {
				companyId: 801,
				firstName: 'Sample',
				lastName: 'Owner',
				email: 'owner@example.net',
				role: 0,
				// Whose address the store has as it was before.
				customerId: 34,
				channelIds: [1],
			},
		},
		{
			id: 5002,
			values: {
				companyId: 802,
				firstName: 'Ada',
				lastName: 'Example',
				email: 'ada.example@example.com',
				role: 0,
				customerId: 32,
				channelIds: [1],
			},
		},
	],
};
