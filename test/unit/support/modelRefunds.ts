/* eslint-disable @n8n/community-nodes/no-restricted-globals -- waits by jest's clock; never inside n8n */
import type { IDataObject } from 'n8n-workflow';
import { ModelStore, type Fate } from './modelStore';
import { ok, ServiceDouble, v3, type Answer, type SentRequest } from './serviceDouble';

/** The number of the model's only order. */
export const ORDER_ID = 7;

/** What becomes of one request; `late`: nothing is answered, and it is carried out a minute later. */
export type RefundFate = Fate | 'late';

const LATE_MS = 60_000;

const WEB_PAGE: Answer = { status: 200, body: '<html><body>maintenance</body></html>' };

const LINES = [
	{ id: 31, sku: 'MUG', quantity: 2, quantity_refunded: 0, type: 'physical' },
	{ id: 32, sku: 'POT', quantity: 1, quantity_refunded: 0, type: 'physical' },
];

const PRICES: Readonly<Record<number, number>> = { 31: 10, 32: 30 };

const ADDRESS = { id: 41, cost_inc_tax: '5.0000', cost_ex_tax: '4.6300', handling_cost_inc_tax: '0.0000' };

const record = (value: unknown): IDataObject =>
	typeof value === 'object' && value !== null ? { ...value } : {};

const list = (value: unknown): IDataObject[] => (Array.isArray(value) ? value : []);

/** One order of 55.00 with the claims on it, whose gateway keeps no keys: every refund that arrives is made (BigCommerce reference 4.4). */
export class RefundModel {
	readonly metafields = new ModelStore(String(ORDER_ID));

	readonly made: IDataObject[] = [];

	readonly order: IDataObject = {
		id: ORDER_ID,
		customer_id: 3,
		payment_status: 'captured',
		total_inc_tax: '55.0000',
		store_credit_amount: '0.0000',
		default_currency_code: 'USD',
		fees: [],
		date_modified: 'Tue, 20 Oct 2026 09:15:42 +0000',
	};

	voids = 0;

	/** The store cannot send money back itself: it only writes it down. */
	isByHand = false;

	/** It takes no metafield more, such as of an order that is full of them. */
	takesNoClaim = false;

	/** The payment provider answers for no refund by itself: a test does. */
	isSlow = false;

	/** Takes requests one by one; each run has its own, so that its fate can be told. */
	service(fate: (request: SentRequest, turn: number) => RefundFate = () => 'answered'): ServiceDouble {
		let turn = 0;
		return new ServiceDouble(async (request) => {
			const becomes = fate(request, turn++);
			if (becomes === 'never carried out') return { broken: 'ECONNRESET' };
			if (becomes === 'unreadable, not carried out') return WEB_PAGE;
			if (becomes === 'late') {
				setTimeout(() => void this.answer(request), LATE_MS);
				return { broken: 'ETIMEDOUT' };
			}
			const answer = await this.answer(request);
			if (becomes === 'unreadable') return WEB_PAGE;
			return becomes === 'answered' ? answer : { broken: 'ECONNRESET' };
		});
	}

	/** Puts a refund there that somebody else made. */
	put(refund: IDataObject): void {
		this.made.push({ id: this.made.length + 1, order_id: ORDER_ID, items: [], payments: [], ...refund });
	}

	private async answer(request: SentRequest): Promise<Answer> {
		const { method, path, query, body } = request;
		if (this.takesNoClaim && method === 'POST' && path.includes('/metafields')) {
			return { status: 422, body: { status: 422, title: 'Too many metafields' } };
		}
		if (path.includes('/metafields')) return await this.metafields.answer(request);
		const one = /\/payment_actions\/refunds\/(\d+)$/.exec(path);
		if (one) {
			const found = this.made.find(({ id }) => String(id) === one[1]);
			return found ? v3(found) : { status: 404 };
		}
		const line = `${method} ${path}`;
		if (line === `GET /v2/orders/${ORDER_ID}`) return ok(this.order);
		if (line === `GET /v2/orders/${ORDER_ID}/products`) return ok(LINES);
		if (line === `GET /v2/orders/${ORDER_ID}/shipping_addresses`) return ok([ADDRESS]);
		if (line === 'GET /v3/orders/payment_actions/refunds') {
			return Number(query.page ?? 1) > 1 ? v3([]) : v3(this.made);
		}
		if (path.endsWith('/refund_quotes')) return this.quote(record(body));
		if (path.endsWith('/void')) return this.void();
		return line.endsWith('/payment_actions/refunds') ? this.refund(record(body)) : { status: 404 };
	}

	private quote({ items }: IDataObject): Answer {
		const total = list(items).reduce(
			(sum, { item_id: id, quantity, amount }) =>
				sum + (quantity === undefined ? Number(amount) : PRICES[Number(id)] * Number(quantity)),
			0,
		);
		const way = (provider: string, offline: boolean) => [{ provider_id: provider, amount: total, offline }];
		return {
			status: 201,
			body: {
				data: {
					order_id: ORDER_ID,
					total_refund_amount: total,
					total_refund_tax_amount: 0,
					adjustment: 0,
					refund_methods: [way('storecredit', false), way('custom', true), way('stripe', this.isByHand)],
				},
				meta: {},
			},
		};
	}

	private void(): Answer {
		if (this.order.payment_status !== 'authorized') return { status: 422, body: { title: 'Unable to void' } };
		this.voids += 1;
		this.order.payment_status = 'void pending';
		return { status: 201, body: '' };
	}

	private refund({ items, payments }: IDataObject): Answer {
		const total = list(payments).reduce((sum, { amount }) => sum + Number(amount), 0);
		const made = {
			id: this.made.length + 1,
			order_id: ORDER_ID,
			reason: list(items)[0].reason ?? '',
			total_amount: total,
			total_tax: 0,
			items: list(items).map(({ amount, ...item }) => ({
				...item,
				...(amount !== undefined && { requested_amount: amount }),
			})),
			payments: list(payments).map((payment) => ({
				...payment,
				id: 1,
				is_declined: false,
				...(!this.isSlow && { transaction_id: '900' }),
			})),
		};
		this.made.push(made);
		return { status: 201, body: { data: made, meta: {} } };
	}
}
