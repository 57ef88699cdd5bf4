import type { Operation } from '../../../shared/operation';
import { quote } from '../../../BigCommerce/edition/records/quote';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { quotePdf } from '../../../BigCommerce/edition/transport/pdfs';
import { downloadsPdf } from '../crud/downloadsPdf';

export const downloadPdf: Operation<B2bClient> = {
	option: {
		name: 'Download PDF',
		value: 'downloadPdf',
		description: 'Get the PDF of a quote, as staff see it',
		action: 'Download the PDF of a quote',
	},
	...downloadsPdf(quote, quotePdf),
};
