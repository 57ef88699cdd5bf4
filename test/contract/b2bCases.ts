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
