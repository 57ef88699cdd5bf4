import { amount, choice, day, flag, ids, json, list, seconds, text, whole } from '../../shared/record/field';
import { WHOLE_ID } from '../../shared/record/locator';
import * as is from '../../shared/shape';
import { INFERRED } from '../transport/inferred';
import type { WritableRecord } from './b2bRecord';
import { extraFields, extraFieldsShape } from './extraFields';

/** There is no "approved" among them, and no call that sets one (BigCommerce reference 13.6). */
const STATUSES = [
	{ name: 'Archived', value: 6 },
	{ name: 'Draft', value: 7 },
	{ name: 'Expired', value: 5 },
	{ name: 'In Process', value: 2 },
	{ name: 'New', value: 0 },
	{ name: 'Ordered', value: 4 },
	{ name: 'Updated by Customer', value: 3 },
];

/** How long ago a quote may have been made that is looked for after a lost answer. */
const LOOK_BACK_SECONDS = 3_600;

/** They can be read, not added (reference 13.6). */
const files = is.list(is.object({ id: is.whole, fileName: is.text, fileType: is.text, fileUrl: is.text }));

/** BigCommerce reference 13.6. */
export const quote = {
	one: 'quote',
	words: 'quotes',
	path: '/rfq',
	idField: 'quoteId',
	isWide: true,
	namedBy: 'quoteNumber',
	rows: 'data.list',
	paging: 'data.pagination',
	directions: 'small',
	query: () => ({ date: INFERRED.quoteDate(new Date()) }),
	properties: {
		quoteId: is.whole,
		quoteNumber: is.text,
		quoteTitle: is.text,
		referenceNumber: is.text,
		status: is.whole,
		company: is.text,
		companyInfo: is.object({ companyId: is.whole, companyName: is.text }),
		salesRep: is.text,
		salesRepInfo: is.object({ salesRepName: is.text, salesRepEmail: is.text }),
		createdBy: is.text,
		channelId: is.whole,
		channelName: is.text,
		bcOrderId: is.text,
		orderId: is.text,
		subtotal: is.amount,
		discount: is.amount,
		discountType: is.whole,
		discountValue: is.orNull(is.amount),
		shippingTotal: is.amount,
		taxTotal: is.amount,
		totalAmount: is.amount,
		grandTotal: is.amount,
		currency: is.object({ currencyCode: is.text, token: is.text }),
		allowCheckout: is.flag,
		displayDiscount: is.flag,
		contactInfo: is.object({ name: is.text, email: is.text, companyName: is.text, phoneNumber: is.text }),
		shippingAddress: is.object(),
		billingAddress: is.object(),
		productList: is.list(
			is.object({
				sku: is.text,
				productId: is.whole,
				productName: is.text,
				quantity: is.whole,
				basePrice: is.amount,
				discount: is.amount,
				offeredPrice: is.amount,
			}),
		),
		notes: is.text,
		legalTerms: is.text,
		extraFields: extraFieldsShape,
		trackingHistory: is.list(is.object({ date: is.text, role: is.text, message: is.text })),
		extraFieldsInfo: is.list(is.object({ fieldName: is.text, isRequired: is.flag })),
		shippingMethod: is.object(),
		quoteLogo: is.text,
		storeInfo: is.object({ storeName: is.text }),
		storefrontAttachFiles: files,
		backendAttachFiles: files,
		recipients: is.list(is.text),
		createdAt: is.text,
		expiredAt: is.text,
		updatedAt: is.text,
	},
	simple: [
		'quoteId',
		'quoteNumber',
		'quoteTitle',
		'status',
		'company',
		'subtotal',
		'grandTotal',
		'discount',
		'createdBy',
		'expiredAt',
	],
	locator: {
		name: 'quoteId',
		label: 'Quote',
		description: 'The quote to work on',
		search: 'searchQuotes',
		like: '9001',
		format: WHOLE_ID,
		asked: (typed) => ({ q: typed }),
		named: ({ quoteNumber, quoteTitle, company }) =>
			[quoteNumber, quoteTitle, company].filter(Boolean).join(' – '),
	},
	filters: {
		'channelIds[]': ids('Channel IDs', 'With commas between', { name: 'channelIds', like: '1,2' }),
		company: text('Company Name', '', { like: 'Example Trading' }),
		createdBy: text('Created By', ''),
		minCreated: seconds('Created After', ''),
		maxCreated: seconds('Created Before', ''),
		minExpired: seconds('Expires After', ''),
		maxExpired: seconds('Expires Before', ''),
		minModified: seconds('Modified After', ''),
		maxModified: seconds('Modified Before', ''),
		quoteNumber: text('Quote Number', '', { like: 'QN000035' }),
		quoteTitle: text('Quote Title', ''),
		salesRep: text('Sales Rep', ''),
		q: text('Search', 'Part of a number, a title, a company or a person', { name: 'search' }),
		status: choice('Status', 'Where the quote stands', STATUSES),
	},
	sort: ['company', 'createdAt', 'expiredAt', 'salesRep', 'status', 'updatedAt'],
	same: {
		field: 'referenceNumber',
		list: { path: '/rfq', idField: 'quoteId', rows: 'data.list', paging: 'data.pagination' },
		query: () => ({ minCreated: Math.floor(Date.now() / 1000) - LOOK_BACK_SECONDS }),
		shown: 'referenceNumber',
		id: 'quoteId',
		also: 'referenceNumber',
	},
	derived: ({ grandTotal }) => ({ totalAmount: grandTotal }),
	required: {
		contactInfo: json('Contact (JSON)', 'Who gets it: name and email', {
			name: 'contactInfo',
			like: '{"name": "Nathan Example", "email": "nathan@example.net"}',
		}),
		expiredAt: day('Expires On', 'Last day on which it can be bought', { like: '2026-12-31' }),
		productList: list('Products (JSON)', 'Its lines; each with SKU, product, prices and quantity', {
			name: 'productList',
			like: '[{"sku": "LAMP-RED", "productId": 111, "basePrice": 620, "discount": 20, "offeredPrice": 600, "quantity": 5}]',
		}),
		subtotal: amount('Subtotal', 'Sum of the lines; B2B Edition does not work it out'),
		discount: amount('Discount', 'What is taken off the sum'),
		grandTotal: amount('Grand Total', 'What is to be paid'),
	},
	further: {
		allowCheckout: flag('Allow Checkout', 'Whether the buyer can buy it now'),
		channelId: whole('Channel ID', 'Storefront that it is for', { least: 1 }),
		currency: json('Currency (JSON)', 'How its amounts are written', {
			like: '{"token": "$", "location": "left", "currencyCode": "USD", "decimalToken": ".", "decimalPlaces": 2, "thousandsToken": ","}',
		}),
		displayDiscount: flag('Show Discount', 'Whether the buyer sees what was taken off'),
		extraFields,
		legalTerms: text('Legal Terms', 'Shown with it'),
		message: text('Message', 'First message to the buyer'),
		notes: text('Notes', 'Shown with it'),
		quoteTitle: text('Quote Title', 'What people call it', { like: 'Desk lamps for Austin' }),
		referenceNumber: text('Reference Number', 'Your own number of it', { like: 'OFFER-77' }),
		shippingAddress: json('Shipping Address (JSON)', 'Where it would go', {
			name: 'shippingAddress',
			like: '{"address": "1 Trade Street", "apartment": "", "city": "Austin", "state": "Texas", "zipCode": "78701", "country": "United States"}',
		}),
	},
	onlyNew: {
		companyId: whole('Company ID', 'Company in whose portal it is shown', { least: 1 }),
		userEmail: text('Sales Rep Email', 'Who looks after it; left out: the owner of the store', {
			name: 'salesRepEmail',
			like: 'sales@example.com',
		}),
	},
} satisfies WritableRecord;
