import isEqual from 'lodash/isEqual';
import pick from 'lodash/pick';
import { isRecord } from '../../../shared/isRecord';
import type { ItemRun } from '../../../shared/itemRun';
import type { Entered } from '../../../shared/record/field';
import { readAs, type Given } from '../../../shared/record/given';
import * as is from '../../../shared/shape';
import type { OnceAct } from '../../../shared/once';
import type { OnceWish } from '../../../shared/onceWish';
import { isDoubtful, type Broken, type Reply } from '../../../shared/send';
import { orderOf } from '../../records/order';
import { orderLineOf } from '../../records/orderPieces';
import { addressOf } from '../../records/repeatedOrder';
import { v2Record } from '../../transport/dialect';
import { ORDER_SCOPE, orderSubject, subListOf } from '../../transport/orders';
import type { StoreClient, StoreRequest } from '../../transport/StoreClient';
import { listOrders, ordersCalled } from './listedOrders';
import { newOrder, type NewOrder } from './newOrder';
import { haveSameLines, orderWish } from './orderWish';

const PATH = '/v2/orders';

const SUBJECT = { name: 'the new order', scope: ORDER_SCOPE };

/** Makes an order: everything that a claim around it needs to know. */
export class OrderJob implements OnceAct<Given> {
	readonly what = 'the new order';

	readonly wish: OnceWish;

	readonly inOne = 'Put all lines into one new order';

	/** What stands in its External Order ID, by which it is found again. */
	private readonly mark?: string;

	/** What it looks like at the store, and after which order it came, where no mark tells it. */
	private expected?: { after: number; head: Head };

	/**
	 * @param names `decision`: the link key of the decision that it carries out; `called`: how another system calls it. Without either nothing but its looks tells it from others.
	 */
	constructor(
		private readonly run: ItemRun,
		private readonly client: StoreClient,
		private readonly wanted: NewOrder,
		{ called, decision }: { called?: string; decision?: string },
	) {
		this.mark = called ?? decision;
		this.wish = orderWish(wanted, called);
	}

	/** By its External Order ID in a decision; else by what came after the newest order that was there before. */
	async lookUp(): Promise<Given | undefined> {
		const { mark, expected } = this;
		if (mark) return (await ordersCalled(this.client, mark)).at(0)?.given;
		if (!expected) return undefined;
		const rows = await listOrders(this.client, { min_id: expected.after + 1 });
		const [only, ...others] = rows.filter((row) => isEqual(headOf(row), expected.head));
		// Of several that look the same, nobody knows which.
		return others.length ? undefined : only;
	}

	/** Its mark has no room for what was wanted, so that the order is compared with the one that would be made. */
	async otherThan(made: Given): Promise<string | undefined> {
		const { id = 0 } = orderOf(made);
		const body: Entered = {
			...(await newOrder(this.run, this.client, this.wanted)),
			external_order_id: this.mark,
		};
		const lines = (await subListOf(this.client, id, 'products')).map(orderLineOf);
		const isSame = haveSameLines(lines, body.products) && isEqual(headOf(made), headOf(body));
		return isSame ? undefined : `order ${id}`;
	}

	/** @throws NodeOperationError when a line cannot be had: nothing is sent */
	async prepare() {
		const { mark } = this;
		const body: Entered = {
			...(await newOrder(this.run, this.client, this.wanted)),
			...(mark && { external_order_id: mark }),
		};
		if (!mark) {
			const [newest] = await listOrders(this.client, { sort: 'id:desc' }, 1);
			this.expected = { after: newest ? (orderOf(newest).id ?? 0) : 0, head: headOf(body) };
		}
		const request = this.request(body);
		return {
			send: async () => await this.client.tryRequest(request),
			made: async ({ body: made }: Reply) => (isRecord(made) ? made : {}),
		};
	}

	refused(last: Reply | Broken): Error {
		const next = isDoubtful(last)
			? 'Look at the newest orders of the store before you run this item again.'
			: undefined;
		return this.client.refusal(last, this.request({}), next);
	}

	named(made: Given): Record<string, unknown> {
		return { orderId: orderOf(made).id };
	}

	async recall({ orderId }: Record<string, unknown>): Promise<Given | undefined> {
		const id = Number(orderId);
		return await this.client.find({ path: `${PATH}/${id}`, subject: orderSubject(id) }, id);
	}

	private request(body: Entered): StoreRequest {
		return {
			method: 'POST',
			path: PATH,
			body,
			subject: SUBJECT,
			gives: v2Record(),
			done: 'an order was made',
		};
	}
}

/** An order as it is sent, or as the store lists it: there the lines are a link. */
const HEAD = {
	properties: {
		billing_address: is.object(),
		customer_id: is.whole,
		external_order_id: is.text,
		items_total: is.amount,
		products: is.list(is.object({ quantity: is.either(is.amount, is.text) })),
	},
};

type Head = ReturnType<typeof headOf>;

/** What of an order tells it from others: who it is for, how many pieces, and what it is called elsewhere. */
function headOf(given: Given) {
	const order = readAs(HEAD, given);
	const { products, items_total: total, customer_id: customer = 0, external_order_id: external = '' } = order;
	const pieces = products ? products.reduce((sum, { quantity }) => sum + Number(quantity), 0) : Number(total);
	const billing = addressOf(order.billing_address);
	return {
		...pick(billing, ['email', 'last_name', 'street_1', 'zip']),
		pieces,
		customer,
		external,
	};
}
