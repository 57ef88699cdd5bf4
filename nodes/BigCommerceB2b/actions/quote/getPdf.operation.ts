import type { Operation } from '../../../shared/operation';
import { locatorOf } from '../../../shared/record/locator';
import { object, text, whole } from '../../../shared/shape';
import { quote } from '../../../BigCommerce/edition/records/quote';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { quotePdf } from '../../../BigCommerce/edition/transport/pdfs';
import { idOf, scopes } from '../crud/picked';

export const getPdf: Operation<B2bClient> = {
	option: {
		name: 'Get PDF',
		value: 'getPdf',
		description: 'Get the address of a PDF of a quote, as staff see it',
		action: 'Get the PDF of a quote',
	},
	effect: 'read',
	scopes,
	output: object({ quoteId: whole, url: text }),
	fields: [locatorOf(quote.locator)],
	async execute(run, client) {
		const quoteId = idOf(run, quote);
		return { quoteId, ...(await quotePdf(client, quoteId)) };
	},
};
