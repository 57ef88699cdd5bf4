import isEqual from 'lodash/isEqual';
import type { Operation } from '../../../shared/operation';
import { flag, list, object, text, whole } from '../../../shared/shape';
import { moneyOrNone, moneyText } from '../../../shared/money';
import { withAmounts } from '../../records/refund';
import { byHand } from '../../records/refundMethods';
import { ORDER_SCOPE } from '../../transport/orders';
import type { StoreClient } from '../../transport/StoreClient';
import { readWanted } from './readWanted';
import { WANTED } from './refundFields';
import { isOnlyAuthorised, Quoter, readRefundable } from './refundQuote';

const METHOD = object({ providers: list(text), amounts: list(text), by_hand: flag, chosen: flag });

export const quote: Operation<StoreClient> = {
	option: {
		name: 'Quote',
		value: 'quote',
		description: 'Ask what a refund would give back and how, without giving it',
		action: 'Quote a refund',
	},
	effect: 'read',
	scopes: [{ name: ORDER_SCOPE, access: 'modify' }],
	output: object({
		order_id: whole,
		action: text,
		currency_code: text,
		payment_status: text,
		refundable: text,
		total_refund_amount: text,
		total_refund_tax_amount: text,
		methods: list(METHOD),
	}),
	fields: WANTED,
	async execute(run, client) {
		const orderId = run.id('orderId', 'Order');
		const wanted = readWanted(run);
		const from = await readRefundable(client, orderId, wanted);
		const { default_currency_code: currency, payment_status: status, total_inc_tax: total } = from.order;
		const about = { order_id: orderId, currency_code: currency, payment_status: status };
		if (isOnlyAuthorised(from.order)) {
			return { ...about, action: 'void', total_refund_amount: moneyText(moneyOrNone(total)), methods: [] };
		}
		const quoted = await new Quoter(run, client, orderId).quoted(wanted, from);
		const { total_refund_amount: amount, total_refund_tax_amount: tax } = withAmounts(quoted.quote.given);
		return {
			...about,
			action: 'refund',
			refundable: moneyText(quoted.left),
			total_refund_amount: amount,
			total_refund_tax_amount: tax,
			methods: (quoted.quote.refund_methods ?? []).map((method) => ({
				providers: method.map(({ provider_id: id }) => String(id)),
				amounts: method.map((part) => withAmounts(part).amount),
				by_hand: byHand(method).length > 0,
				chosen: isEqual(method, quoted.method),
			})),
		};
	},
};
