/** Bodies for one table of B2B Edition: of a new record, and of a change to it. */
export interface B2bCase {
	create?: Record<string, unknown>;
	change?: Record<string, unknown>;
	/** values of filters that no record shows */
	filters: Readonly<Record<string, string>>;
	/** what the description requires of a new record and the sandbox does not, or the other way round */
	optional?: readonly string[];
}

const TIMES = { minCreated: '1', maxCreated: '4000000000', minModified: '1', maxModified: '4000000000' };

export const B2B_CASES: Readonly<Record<string, B2bCase>> = {
	companies: {
		create: {
			companyName: 'Contract Ltd',
			companyEmail: 'contract@example.com',
			companyPhone: '512-555-0100',
			country: 'US',
			adminFirstName: 'Con',
			adminLastName: 'Tract',
			adminEmail: 'admin@example.org',
			adminPhoneNumber: '512-555-0101',
			addressLine1: '1 Main Street',
			customerGroupId: 2,
			channelIds: [1],
			originChannelId: 1,
			acceptCreationEmail: false,
			extraFields: [{ fieldName: 'Tax ID', fieldValue: 'TEST-9' }],
			userExtraFields: [{ fieldName: 'Department', fieldValue: 'Purchasing' }],
		},
		change: {
			companyName: 'Contract and Sons',
			extraFields: [{ fieldName: 'Tax ID', fieldValue: 'TEST-10' }],
		},
		filters: {
			...TIMES,
			companyStatus: '0',
			q: 'example',
			extraFields: 'Tax ID:TEST',
			extraFieldFilterType: 'search',
			bcOrderId: '100',
			orderId: '100',
			bcGroupId: '2',
			customerId: '32',
		},
	},
	companyAddresses: {
		create: {
			companyId: 801,
			firstName: 'Con',
			lastName: 'Tract',
			addressLine1: '2 Trade Street',
			city: 'Austin',
			stateName: 'Texas',
			countryName: 'United States',
			isShipping: true,
		},
		change: { label: 'Warehouse', isShipping: true, isDefaultShipping: true },
		filters: {
			...TIMES,
			companyId: '801',
			isBilling: 'true',
			isShipping: 'false',
			firstName: 'sample',
			lastName: 'owner',
			address: 'trade',
			city: 'austin',
			country: 'united',
			state: 'texas',
			zipCode: '787',
			phoneNumber: '512',
			'externalId[]': 'ERP-9',
		},
	},
	quotes: {
		create: {
			quoteTitle: 'Contract',
			referenceNumber: 'OFFER-9',
			companyId: 801,
			userEmail: 'sales@example.com',
			expiredAt: '12/31/2027',
			subtotal: 25,
			discount: 5,
			grandTotal: 20,
			totalAmount: 20,
			allowCheckout: false,
			displayDiscount: true,
			contactInfo: { name: 'Con Tract', email: 'contract@example.com' },
			productList: [
				{ sku: 'MUG-GRY', productId: 111, basePrice: 25, discount: 5, offeredPrice: 20, quantity: 1 },
			],
		},
		change: { allowCheckout: true, notes: 'Signed' },
		filters: {
			...TIMES,
			minExpired: '1',
			maxExpired: '4000000000',
			q: 'lamps',
			quoteNumber: 'QN',
			company: 'example',
			salesRep: 'sales',
			createdBy: 'sales',
			quoteTitle: 'desk',
			status: '2',
			'channelIds[]': '1,2',
		},
	},
	invoices: {
		filters: {
			searchBy: 'invoiceNumber',
			q: '33',
			customerName: 'example',
			customerId: '801',
			status: '0',
			beginDateAt: '1',
			endDateAt: '4000000000',
			'externalId[]': '4711',
			channelIds: '1,2',
		},
	},
	b2bOrders: {
		change: { poNumber: 'PO-9', extraFields: [{ fieldName: 'Cost Centre', fieldValue: 'TEST-9' }] },
		filters: { ...TIMES, bcOrderId: '100', companyId: '801', 'channelIds[]': '1,2' },
	},
	salesStaff: { filters: { minModified: '1', companyId: '801' } },
	companyUsers: {
		create: {
			companyId: 801,
			firstName: 'Second',
			lastName: 'Buyer',
			email: 'second@example.net',
			phoneNumber: '512-555-0102',
			role: 1,
			channelIds: [1],
			originChannelId: 1,
			acceptWelcomeEmail: false,
		},
		change: { role: 2, phoneNumber: '512-555-0103' },
		filters: {
			...TIMES,
			companyId: '801',
			roles: '0,1',
			email: 'owner@example.net',
			channelId: '1',
			q: 'own',
		},
	},
};
