import isEqual from 'lodash/isEqual';
import type { IDataObject } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import { moneyOf, moneyOrNone, moneyText } from '../../../shared/money';
import { lookFor } from '../../../shared/createOnce';
import type { OnceAct } from '../../../shared/once';
import type { OnceWish } from '../../../shared/onceWish';
import { isDoubtful, type Broken, type Reply } from '../../../shared/send';
import { isMarkedOtherwise, marked, markOf } from '../../records/decisionMark';
import { underWay } from '../../records/gateway';
import { hasReason, refundOf, type Refund } from '../../records/refund';
import { orderOf, type Order } from '../../records/order';
import type { Refundable } from '../../records/refundLines';
import { asPayments } from '../../records/refundMethods';
import { readOrder } from '../../transport/orders';
import {
	dataOf,
	findRefund,
	paymentActionRequest,
	refundRequest,
	refundsOf,
	type RefundItem,
} from '../../transport/payments';
import type { StoreClient, StoreRequest } from '../../transport/StoreClient';
import { awaitGateway, type Seen } from '../gateway';
import type { Wanted } from './readWanted';
import { isNothingLeft, isOnlyAuthorised, isVoided, Quoter, readRefundable } from './refundQuote';
import { refundWish } from './refundWish';
import { spelt } from './speltItem';
import { usableMethod } from './usableMethod';

/** What became of the money: a refund, or a payment that was voided before it was taken; or there was none of it. */
export type GivenBack = { refund: Refund } | { voided: Order } | { nothing: Order };

/** How an item wants it done. */
export interface RefundOrder {
	orderId: number;
	wanted: Wanted;
	reason: string;
	mayByHand: boolean;
	/** How long to wait for the payment provider, in ms. */
	waitMs: number;
	/** The link key of the decision that it is done for. */
	decision?: string;
}

/** Reasons hold so many characters (BigCommerce reference 4.3). */
const REASON_LENGTH = 1_000;

/** So long another refund of the order is waited for, in ms: reading must not outlast the claim. */
const MOST_WAIT_FOR_OTHER_MS = 60_000;

/** Gives money back, or voids what is only authorised: everything that a claim around it needs to know. */
export class RefundJob implements OnceAct<GivenBack> {
	readonly what: string;

	readonly wish: OnceWish;

	readonly inOne = 'Put all lines, or the whole amount, into one Refund node';

	private request?: StoreRequest;

	/** What it looks like at the store, and which refunds there were before, where no mark tells it. */
	private expected?: { items: RefundItem[]; total: unknown; before: ReadonlySet<string> };

	constructor(
		private readonly run: ItemRun,
		private readonly client: StoreClient,
		private readonly order: RefundOrder,
	) {
		this.what = `the refund of order ${order.orderId}`;
		this.wish = refundWish(order.wanted);
	}

	/** By the mark of the decision, or by comparing the refunds before and after; a void by the status of the payment. */
	async lookUp(): Promise<GivenBack | undefined> {
		const { decision, orderId } = this.order;
		const refunds = (await refundsOf(this.client, orderId)).map(refundOf);
		const isOurs = decision
			? (refund: Refund) => hasReason(refund, (reason) => reason.includes(markOf(decision)))
			: (refund: Refund) => this.isNew(refund);
		const [only, ...others] = refunds.filter(isOurs);
		// Of several that look the same, nobody knows which.
		if (only && (decision || !others.length)) return { refund: only };
		return refunds.length ? undefined : await this.voided();
	}

	/** A refund tells it behind its mark; what is voided is the whole. */
	async otherThan(given: GivenBack): Promise<string | undefined> {
		const { decision } = this.order;
		if (!decision || !('refund' in given)) return undefined;
		const { refund } = given;
		const isOther = hasReason(refund, (reason) => isMarkedOtherwise(reason, this.wish, decision));
		const { id, total_amount: total } = refund;
		const words = `refund ${String(id)} of ${moneyText(moneyOrNone(total))}`;
		return await Promise.resolve(isOther ? words : undefined);
	}

	/** A payment that was voided already, where that is what is wanted. */
	async voided(): Promise<GivenBack | undefined> {
		if (this.order.wanted.what !== 'order') return undefined;
		const order = orderOf(await readOrder(this.client, this.order.orderId));
		return isVoided(order) ? { voided: order } : undefined;
	}

	/** @throws NodeOperationError when it cannot be refunded: nothing is sent */
	async prepare() {
		const { orderId, wanted, mayByHand, decision } = this.order;
		const from = await this.free();
		// A decision goes on where there is nothing to do for it any more: told again, it would come to the same.
		if (decision && wanted.what === 'order' && isNothingLeft(from)) return { done: { nothing: from.order } };
		if (isVoided(from.order)) throw this.refuseVoided();
		if (isOnlyAuthorised(from.order)) return this.voiding(wanted);
		const quoted = await new Quoter(this.run, this.client, orderId).quoted(wanted, from);
		const method = usableMethod(this.run, quoted, wanted.to, mayByHand);
		const reason = marked(this.order.reason, REASON_LENGTH, this.wish, decision);
		const items = quoted.items.map((item) => ({ ...item, ...(reason && { reason }) }));
		this.expected = {
			items,
			total: quoted.quote.total_refund_amount,
			before: new Set(from.refunds.map(({ id }) => String(id))),
		};
		const request = refundRequest(orderId, items, asPayments(method));
		return this.sending(request, async (answer) => ({ refund: refundOf(dataOf(answer)) }));
	}

	refused(last: Reply | Broken): Error {
		const { orderId } = this.order;
		const request = this.request ?? refundRequest(orderId, [], []);
		const next = isDoubtful(last)
			? `Look at the refunds and the payment status of order ${orderId} before you run this item again.`
			: 'Look at what can be refunded with Refund: Quote; money that was not taken yet cannot be given back.';
		return this.client.refusal(last, request, next);
	}

	named(given: GivenBack): IDataObject {
		if ('refund' in given) return { refundId: given.refund.id };
		return 'voided' in given ? { voided: true } : { nothing: true };
	}

	async recall({ refundId, nothing }: Record<string, unknown>): Promise<GivenBack | undefined> {
		if (nothing === true) return { nothing: orderOf(await readOrder(this.client, this.order.orderId)) };
		if (refundId === undefined) return await this.voided();
		const refund = await findRefund(this.client, Number(refundId));
		return refund && { refund: refundOf(refund) };
	}

	/** The order once no refund of it is under way. @throws NodeOperationError when one still is: concurrent ones are not supported ("Create a Refund", orders.v3.yml) */
	private async free(): Promise<Refundable> {
		const { orderId, wanted, waitMs } = this.order;
		const look = async (): Promise<Seen<Refundable>> => {
			const what = await readRefundable(this.client, orderId, wanted);
			return { what, status: underWay(what) ? 'pending' : 'done' };
		};
		const most = Math.min(waitMs, MOST_WAIT_FOR_OTHER_MS);
		const { what, status } = await awaitGateway(this.run, await look(), look, most);
		if (status === 'done') return what;
		throw this.run.refuse({
			what: `Refund ${String(underWay(what)?.id)} of order ${orderId} is still with the payment provider, and BigCommerce takes one at a time`,
			next: 'Run this item again when the provider has answered.',
		});
	}

	private voiding(wanted: Wanted) {
		const { orderId } = this.order;
		if (wanted.what !== 'order') {
			throw this.run.refuse({
				what: `The payment of order ${orderId} is only authorized, so that no part of it can be refunded`,
				next: 'Refund the whole order to void the payment, or capture it first.',
			});
		}
		return this.sending(paymentActionRequest(orderId, 'void'), async (answer) => {
			// The answer holds nothing: only the order says that it was taken.
			const done = await lookFor(this.run.functions, async () => await this.voided(), { atOnce: true });
			if (done) return done;
			throw this.client.failure(answer, {
				what: `BigCommerce took the void of order ${orderId}, but its payment is still authorized`,
				next: `Look at the payment status of order ${orderId} before you run this item again.`,
			});
		});
	}

	private sending(request: StoreRequest, made: (answer: Reply) => Promise<GivenBack>) {
		this.request = request;
		return { send: async () => await this.client.tryRequest(request), made };
	}

	/** One that was not there before, and is what was asked for. */
	private isNew({ id, total_amount: given, items: parts = [] }: Refund): boolean {
		if (!this.expected || this.expected.before.has(String(id))) return false;
		const { items, total } = this.expected;
		return moneyOf(given) === moneyOf(total) && isEqual(parts.map(spelt).sort(), items.map(spelt).sort());
	}

	private refuseVoided(): Error {
		return this.run.refuse({
			what: `The payment of order ${this.order.orderId} was voided, so that there is nothing to give back`,
			next: 'Look at its transactions in the control panel.',
		});
	}
}
