import type { Operation } from '../../../shared/operation';
import { locatorOf } from '../../../shared/record/locator';
import { object, text, whole } from '../../../shared/shape';
import { quote } from '../../../BigCommerce/edition/records/quote';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { settings } from '../../../BigCommerce/edition/transport/envelope';
import { idOf, scopes } from '../crud/picked';

/**
 * The link works also where the quote hides its checkout (BigCommerce reference 13.6). Each call makes a cart, and neither the quote nor any list shows which were made (quote.yaml,
 * `/rfq/{quote_id}/checkout`): there is nothing to look for.
 */
export const getCheckoutLink: Operation<B2bClient> = {
	option: {
		name: 'Get Checkout Link',
		value: 'getCheckoutLink',
		description:
			'Make a new cart of a quote, another one each time, and get the address at which it is bought',
		action: 'Get the checkout link of a quote',
	},
	effect: 'once',
	scopes,
	output: object({ quoteId: whole, checkoutUrl: text, cartId: text, cartUrl: text }),
	fields: [locatorOf(quote.locator)],
	async execute(run, client) {
		const quoteId = idOf(run, quote);
		const made = await client.write({
			method: 'POST',
			path: `${quote.path}/${quoteId}/checkout`,
			body: {},
			subject: `the cart of quote ${quoteId}`,
			gives: settings('checkoutUrl'),
			done: `a cart of quote ${quoteId} was made`,
		});
		return { quoteId, ...made };
	},
};
