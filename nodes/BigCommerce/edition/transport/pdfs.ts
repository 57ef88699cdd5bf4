import type { Given } from '../../../shared/record/given';
import type { B2bClient } from './B2bClient';
import { settings } from './envelope';

/** The address of a PDF of a quote, as staff see it, which is made by asking for it (BigCommerce reference 13.6). */
export const quotePdf = async (client: B2bClient, id: number): Promise<Given> =>
	await client.write({
		method: 'POST',
		path: `/rfq/${id}/pdf-export`,
		body: {},
		subject: `the PDF of quote ${id}`,
		gives: settings('url'),
		reads: true,
	});

/** The addresses of the PDF of an invoice: the one that B2B Edition makes, and the one that another system gave (BigCommerce reference 13.7). */
export const invoicePdf = async (client: B2bClient, id: number): Promise<Given> =>
	await client.get({
		path: `/ip/invoices/${id}/download-pdf`,
		subject: `the PDF of invoice ${id}`,
		gives: settings('url'),
	});
