import type { Operation } from '../../../shared/operation';
import { invoice } from '../../records/invoice';
import type { B2bClient } from '../../transport/B2bClient';
import { invoicePdf } from '../../transport/pdfs';
import { downloadsPdf } from '../crud/downloadsPdf';

export const downloadPdf: Operation<B2bClient> = {
	option: {
		name: 'Download PDF',
		value: 'downloadPdf',
		description: 'Get the PDF of an invoice',
		action: 'Download the PDF of an invoice',
	},
	...downloadsPdf(invoice, invoicePdf),
};
