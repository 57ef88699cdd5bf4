import { choice, ids, seconds, text } from '../../../shared/record/field';
import { WHOLE_ID } from '../../../shared/record/locator';
import type { Query } from '../../../shared/serviceRequest';
import * as is from '../../../shared/shape';
import type { B2bRecord } from './b2bRecord';
import { extraFieldsShape } from './extraFields';

const balance = is.object({ code: is.text, value: is.either(is.text, is.amount) });

/** A time before which there is no invoice, and one after which there is none, in Unix seconds. */
const [FIRST, LAST] = [1, 4_102_444_800];

/** One end of the period counts only with the other (invoice.yaml, `beginDateAt`). */
const wholePeriod = (filters: Query): Query => ({
	...filters,
	...(('beginDateAt' in filters || 'endDateAt' in filters) && {
		beginDateAt: filters.beginDateAt ?? FIRST,
		endDateAt: filters.endDateAt ?? LAST,
	}),
});

/** BigCommerce reference 13.7; its customer is the company. */
export const invoice = {
	one: 'invoice',
	words: 'invoices',
	path: '/ip/invoices',
	hidesExtraFields: true,
	properties: {
		id: is.whole,
		invoiceNumber: is.text,
		type: is.text,
		status: is.whole,
		customerId: is.text,
		customerName: is.text,
		externalCustomerId: is.text,
		externalId: is.text,
		orderNumber: is.text,
		purchaseOrderNumber: is.text,
		dueDate: is.orNull(is.text),
		originalBalance: balance,
		openBalance: balance,
		isPendingPayment: is.whole,
		source: is.whole,
		details: is.object(),
		termsConditions: is.text,
		channelId: is.either(is.text, is.whole),
		channelName: is.text,
		extraFields: extraFieldsShape,
		createdAt: is.text,
		updatedAt: is.text,
	},
	simple: [
		'id',
		'invoiceNumber',
		'status',
		'customerId',
		'customerName',
		'orderNumber',
		'purchaseOrderNumber',
		'dueDate',
		'originalBalance',
		'openBalance',
	],
	locator: {
		name: 'invoiceId',
		label: 'Invoice',
		description: 'The invoice to work on',
		search: 'searchInvoices',
		like: '7001',
		format: WHOLE_ID,
		asked: (typed) => ({ searchBy: 'invoiceNumber', q: typed }),
		named: ({ invoiceNumber, customerName }) => `${invoiceNumber} (${customerName})`,
	},
	asked: wholePeriod,
	filters: {
		channelIds: ids('Channel IDs', 'With commas between', { like: '1,2' }),
		customerId: text('Company ID', '', { name: 'companyId', like: '801' }),
		customerName: text('Company Name', '', { name: 'companyName', like: 'Example Trading' }),
		beginDateAt: seconds('Created After', '', { name: 'createdAfter' }),
		endDateAt: seconds('Created Before', '', { name: 'createdBefore' }),
		'externalId[]': ids('External IDs', 'With commas between', { name: 'externalIds', like: '4711,4712' }),
		searchBy: choice('Search In', 'What is searched for the text under Search For', [
			{ name: 'Company ID', value: 'customerId' },
			{ name: 'External Company ID', value: 'externalCustomerId' },
			{ name: 'Invoice Number', value: 'invoiceNumber' },
			{ name: 'Order Number', value: 'orderNumber' },
			{ name: 'Purchase Order Number', value: 'purchaseOrderNumber' },
			{ name: 'Type', value: 'type' },
		]),
		q: text('Search For', '', { name: 'searchFor', like: '00000033' }),
		status: choice('Status', 'How much of it is paid', [
			{ name: 'Completed', value: 2 },
			{ name: 'Open', value: 0 },
			{ name: 'Partially Paid', value: 1 },
		]),
	},
	sort: [
		'createdAt',
		'customerId',
		'dueDate',
		'externalCustomerId',
		'invoiceNumber',
		'isPendingPayment',
		'openBalance',
		'originalBalance',
		'status',
		'updatedAt',
	],
} satisfies B2bRecord;
