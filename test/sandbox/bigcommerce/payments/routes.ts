import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { accountOf, accountOfAny } from '../access';
import type { Scope } from '../access';
import { ApiError, sendError } from '../errors';
import { iso8601, parseDate } from '../format';
import { idOf, pageOf, queryOf } from '../request';
import type { Query } from '../request';
import type { ReadSwitches, Switches } from '../switches';
import { pageByNumber } from '../v3Paging';
import { amountOf } from './amounts';
import type { PaymentAction, PaymentBook } from './book';
import type { StoredRefund, StoredTransaction } from './types';

/** Any of them will do (BigCommerce reference 4). */
const SCOPES: readonly Scope[] = ['store_v2_orders', 'store_v2_transactions'];

const ACTIONS: readonly PaymentAction[] = ['capture', 'void'];

const showRefund = (
	refund: StoredRefund,
	{ refundReasonIn, refundNamesTransaction }: Readonly<Switches>,
) => ({
	id: refund.id,
	order_id: refund.order_id,
	user_id: 0,
	created: iso8601(refund.createdAt),
	reason: refundReasonIn === 'items' ? '' : (refund.items[0]?.reason ?? ''),
	total_amount: amountOf(refund.totalCents),
	total_tax: amountOf(refund.taxCents),
	uses_merchant_override_values: refund.isOverridden,
	items: refund.items.map(({ item_type, item_id, quantity, amount, adjustments, reason }) => ({
		item_type,
		item_id,
		reason: refundReasonIn === 'refund' ? '' : (reason ?? ''),
		...(quantity !== undefined && { quantity }),
		adjustments: adjustments ?? [],
		...(amount !== undefined && { requested_amount: amount }),
	})),
	payments: refund.payments.map(({ cents, transaction_id: transaction, ...payment }) => ({
		...payment,
		amount: amountOf(cents),
		...(refundNamesTransaction && transaction !== undefined && { transaction_id: transaction }),
	})),
});

const CARD = {
	card_type: 'visa',
	card_iin: '411111',
	card_last4: '1111',
	card_expiry_month: 12,
	card_expiry_year: 2030,
};

const showTransaction = ({
	order_id,
	cents,
	createdAt,
	reference,
	currency = 'USD',
	isFlagged = false,
	...shown
}: StoredTransaction) => ({
	...shown,
	order_id: String(order_id),
	amount: amountOf(cents),
	currency,
	gateway_transaction_id: `sandbox_${shown.id}`,
	date_created: iso8601(createdAt),
	test: true,
	fraud_review: isFlagged,
	...(reference !== undefined && { reference_transaction_id: reference }),
	offline: null,
	custom: null,
	payment_method_id: 'sandbox',
	payment_instrument_token: null,
	provider_instrument_token: null,
	provider_customer_id: null,
	avs_result: { code: 'Y', message: 'Street and postal code match', street_match: 'Y', postal_match: 'Y' },
	cvv_result: { code: 'M', message: 'Match' },
	// Where there is none it comes as null or empty (reference 4.2); the description allows only an object.
	credit_card: shown.method === 'credit_card' ? CARD : {},
	gift_certificate: null,
	store_credit: null,
	custom_provider_field_result: null,
});

const among = (value: number | undefined, text: string | undefined): boolean =>
	text === undefined || text.split(',').includes(String(value));

const fits = (refund: StoredRefund, query: Query): boolean => {
	const [from, to] = [query['created:min'], query['created:max']].map((text) => parseDate(text ?? ''));
	return (
		among(refund.order_id, query['order_id:in']) &&
		among(refund.id, query['id:in']) &&
		(from === undefined || refund.createdAt >= from) &&
		(to === undefined || refund.createdAt <= to) &&
		(query.transaction_id === undefined ||
			refund.payments.some(({ transaction_id: id }) => id === query.transaction_id))
	);
};

/** A refused refund alone has its errors in a list under `data` (reference 2.6). */
async function sendRefundError(error: unknown, request: FastifyRequest, reply: FastifyReply) {
	const isRefused = error instanceof ApiError && error.status === 422;
	await (isRefused ? reply.code(422).send({ data: [error.toV3()] }) : sendError(error, request, reply));
}

/** V3 payment actions and transactions of orders: BigCommerce reference 4. */
export function registerPayments(app: FastifyInstance, book: PaymentBook, switches: ReadSwitches): void {
	const show = (refund: StoredRefund) => showRefund(refund, switches());

	const sendList = (refunds: StoredRefund[], query: Query) => {
		const { page, limit } = pageOf(query);
		const { data, meta } = pageByNumber(refunds, { ...query, page: String(page), limit: String(limit) });
		return { data: data.map(show), meta: switches().refundPagesTold ? meta : {} };
	};

	for (const action of ACTIONS) {
		app.post(`/orders/:orderId/payment_actions/${action}`, async (request, reply) => {
			accountOfAny(request, SCOPES);
			book.act(idOf(request, 'orderId'), action);
			await reply.code(201).send({});
		});
	}

	app.get('/orders/:orderId/transactions', async (request, reply) => {
		accountOf(request, 'store_v2_transactions');
		const found = book.transactions(idOf(request, 'orderId'));
		if (found.length === 0 && switches().emptyTransactions === 'noContent') {
			await reply.code(204).send();
			return;
		}
		const { data, meta } = pageByNumber(found, queryOf(request));
		await reply.send({ data: data.map(showTransaction), meta });
	});

	app.post('/orders/:orderId/payment_actions/refund_quotes', async (request, reply) => {
		accountOfAny(request, SCOPES);
		await reply.code(201).send({ data: book.quote(idOf(request, 'orderId'), request.body), meta: {} });
	});

	app.post(
		'/orders/:orderId/payment_actions/refunds',
		{ errorHandler: sendRefundError },
		async (request, reply) => {
			accountOfAny(request, SCOPES);
			const refund = book.create(idOf(request, 'orderId'), request.body);
			await reply.code(201).send({ data: show(refund), meta: {} });
		},
	);

	app.get('/orders/:orderId/payment_actions/refunds', async (request) => {
		accountOfAny(request, SCOPES);
		const { transaction_id: transaction } = queryOf(request);
		const orderId = idOf(request, 'orderId');
		const query = { 'order_id:in': String(orderId), ...(transaction && { transaction_id: transaction }) };
		return {
			data: book
				.refunds()
				.filter((refund) => fits(refund, query))
				.map(show),
			meta: {},
		};
	});

	app.get('/orders/payment_actions/refunds', async (request) => {
		accountOfAny(request, SCOPES);
		const query = queryOf(request);
		return sendList(
			book.refunds().filter((refund) => fits(refund, query)),
			query,
		);
	});

	app.get('/orders/payment_actions/refunds/:refundId', async (request) => {
		accountOfAny(request, SCOPES);
		return { data: show(book.refund(idOf(request, 'refundId'))), meta: {} };
	});
}
