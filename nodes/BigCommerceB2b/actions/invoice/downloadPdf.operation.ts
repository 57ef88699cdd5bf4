import type { Operation } from '../../../shared/operation';
import { invoice } from '../../../BigCommerce/edition/records/invoice';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { invoicePdf } from '../../../BigCommerce/edition/transport/pdfs';
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
