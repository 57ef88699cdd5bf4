import type { Operation } from '../../../shared/operation';
import { locatorOf } from '../../../shared/record/locator';
import { object, text, whole } from '../../../shared/shape';
import { invoice } from '../../../BigCommerce/edition/records/invoice';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { invoicePdf } from '../../../BigCommerce/edition/transport/pdfs';
import { idOf, scopes } from '../crud/picked';

export const getPdf: Operation<B2bClient> = {
	option: {
		name: 'Get PDF',
		value: 'getPdf',
		description: 'Get the address of the PDF of an invoice',
		action: 'Get the PDF of an invoice',
	},
	effect: 'read',
	scopes,
	output: object({ invoiceId: whole, url: text, externalPdfUrl: text }),
	fields: [locatorOf(invoice.locator)],
	async execute(run, client) {
		const invoiceId = idOf(run, invoice);
		return { invoiceId, ...(await invoicePdf(client, invoiceId)) };
	},
};
