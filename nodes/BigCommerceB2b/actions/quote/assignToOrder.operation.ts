import { isNamed } from '../../../shared/answer';
import { createOnce } from '../../../shared/createOnce';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { locatorOf } from '../../../shared/record/locator';
import { object } from '../../../shared/shape';
import { order } from '../../../BigCommerce/edition/records/order';
import { quote } from '../../../BigCommerce/edition/records/quote';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { done } from '../../../BigCommerce/edition/transport/envelope';
import { idOf, readOne, scopes } from '../crud/picked';

/** The vendor's schema calls the number that of B2B Edition, its text that of the store (BigCommerce reference 13.6): what the quote shows tells. */
const otherOrder = (run: ItemRun, id: number | string, orderId: string) =>
	run.refuse({
		what: `B2B Edition took the order for quote ${id}, but the quote does not show order ${orderId}`,
		next: 'Look at the quote in B2B Edition before you run this item again: it may hang on another order.',
	});

export const assignToOrder: Operation<B2bClient> = {
	option: {
		name: 'Assign to Order',
		value: 'assignToOrder',
		description: 'Say which order was made of a quote; the quote counts as ordered then',
		action: 'Assign a quote to an order',
	},
	effect: 'change',
	scopes,
	output: object(quote.properties),
	fields: [locatorOf(quote.locator), locatorOf(order.locator)],
	async execute(run, client) {
		const id = idOf(run, quote);
		const orderId = String(idOf(run, order));
		const look = async () => {
			const found = await readOne(run, client, quote, id);
			return isNamed(found, 'bcOrderId', orderId) ? found : undefined;
		};
		const assigned = await look();
		if (assigned) return assigned;
		const request = {
			method: 'POST',
			path: `${quote.path}/${id}/ordered`,
			body: { orderId },
			subject: `quote ${id}`,
			gives: done,
			done: `quote ${id} was assigned to order ${orderId}`,
		} as const;
		const result = await createOnce(run.functions, {
			send: async () => await client.tryRequest(request),
			made: async () => (await look()) ?? (await Promise.reject(otherOrder(run, id, orderId))),
			lookUp: look,
		});
		if ('made' in result) return result.made;
		throw client.refusal(result.refused, request);
	},
};
