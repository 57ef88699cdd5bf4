import type { FastifyInstance } from 'fastify';

import type { CollectionBook } from '../collection/book';
import { readOnly } from '../collection/field';
import type { Test } from '../collection/operators';
import { idOf } from '../request';
import { good } from './envelope';
import { pdfAddress } from './pdfs';
import { by, createdSeconds, defineB2bTable, fitting, having, TIME_FILTERS, updatedSeconds } from './table';

const TEXTS = [
	'customerId',
	'externalCustomerId',
	'externalId',
	'invoiceNumber',
	'type',
	'orderNumber',
] as const;

const among =
	(name: string) =>
	(wanted: string): Test =>
	({ values }) =>
		wanted.split(',').includes(String(values[name]));

const NUMBERS = /^\d+(,\d+)*$/;

/** Invoices are made by orders and other systems; here they are only read (BigCommerce reference 13.7). */
export const invoices = defineB2bTable({
	name: 'invoices',
	version: 'b2b',
	path: '/ip/invoices',
	scope: 'b2b_edition',
	extra: 'extraFields',
	fields: {
		...Object.fromEntries(TEXTS.map((name) => [name, readOnly('text', { initial: '1' })])),
		purchaseOrderNumber: readOnly('text', { initial: 'PO-1' }),
		dueDate: readOnly('number'),
		status: readOnly('number'),
		details: readOnly('other', { initial: {} }),
		isPendingPayment: readOnly('number'),
		source: readOnly('number'),
		originalBalance: readOnly('other', { initial: {} }),
		openBalance: readOnly('other', { initial: {} }),
		customerName: readOnly('text', { initial: 'Example Trading' }),
		createdAt: createdSeconds(String),
		updatedAt: updatedSeconds(String),
		channelId: readOnly('text', { initial: '1' }),
		channelName: readOnly('text', { initial: 'Default Storefront' }),
		termsConditions: readOnly('text'),
		extraFields: readOnly('other', { initial: [] }),
	},
	filters: {
		searchBy: () => () => true,
		q: having('invoiceNumber', 'orderNumber', 'purchaseOrderNumber'),
		customerName: having('customerName'),
		customerId: by(({ values }) => values.customerId),
		status: by(({ values }) => values.status),
		beginDateAt: fitting('beginDateAt', /^\d+$/, TIME_FILTERS.minCreated),
		endDateAt: fitting('endDateAt', /^\d+$/, TIME_FILTERS.maxCreated),
		'externalId[]': fitting('externalId', NUMBERS, among('externalId')),
		channelIds: fitting('channelIds', NUMBERS, among('channelId')),
	},
	sort: {
		by: [
			...['invoiceNumber', 'createdAt', 'customerId', 'externalCustomerId', 'dueDate', 'updatedAt'],
			...['isPendingPayment', 'openBalance', 'originalBalance', 'status'],
		],
		style: 'direction',
	},
	paging: 'none',
	calls: { list: true, get: true },
	made: () => ({}),
});

/** The PDF of an invoice: BigCommerce reference 13.7. */
export function registerInvoices(app: FastifyInstance, book: CollectionBook): void {
	app.get('/ip/invoices/:id/download-pdf', async (request) => {
		const { id } = book.get(invoices, idOf(request, 'id'));
		return good({ url: pdfAddress(request, `invoices/${id}`), externalPdfUrl: '' });
	});
}
