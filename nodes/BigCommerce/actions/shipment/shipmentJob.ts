import isEqual from 'lodash/isEqual';
import sortBy from 'lodash/sortBy';
import { givesIf, isNamed } from '../../../shared/answer';
import { isRecord } from '../../../shared/isRecord';
import type { ItemRun } from '../../../shared/itemRun';
import type { Entered } from '../../../shared/record/field';
import { readAs, type Given } from '../../../shared/record/given';
import type { OnceAct } from '../../../shared/once';
import type { OnceWish } from '../../../shared/onceWish';
import { isDoubtful, type Broken, type Reply } from '../../../shared/send';
import { isMarkedOtherwise, marked, markOf } from '../../records/decisionMark';
import {
	allPieces,
	notShipped,
	orderLineOf,
	piecesOf,
	type NamedLine,
	type OrderLine,
	type Pieces,
} from '../../records/orderPieces';
import { shipment } from '../../records/orderParts';
import { orderSubject, subListOf } from '../../transport/orders';
import type { StoreClient, StoreRequest } from '../../transport/StoreClient';
import { shipmentWish } from './shipmentWish';

/** How an item wants it done. */
export interface ShipmentOrder {
	orderId: number;
	/** Everything that is open; these lines; everything that is open but these lines. */
	what: 'open' | 'lines' | 'others';
	lines: NamedLine[];
	/** Which of the addresses of the order; left out where there is one. */
	addressId?: number;
	/** Tracking and comments, by the vendor's names. */
	values: Entered;
	/** The link key of the decision that it is done for. */
	decision?: string;
}

/** Comments hold so many characters (BigCommerce reference 3.7). */
const COMMENTS_LENGTH = 65_535;

/** Refusals of what is to be sent; others say what to do themselves, such as which scope is missing. */
const OF_THE_LINES: ReadonlySet<number> = new Set([400, 409, 422]);

const CORRECT = 'Correct Lines, or look at the shipments of the order.';

/** Sends a part of an order, or all that is open of it: everything that a claim around it needs to know. */
export class ShipmentJob implements OnceAct<Given> {
	readonly what: string;

	readonly wish: OnceWish;

	readonly inOne = 'Put all lines into one Shipment node';

	/** What it looks like at the store, and which there were before, where no mark tells it. */
	private expected?: { items: unknown; before: ReadonlySet<unknown> };

	constructor(
		private readonly run: ItemRun,
		private readonly client: StoreClient,
		private readonly order: ShipmentOrder,
	) {
		this.what = `the shipment of order ${order.orderId}`;
		this.wish = shipmentWish(order);
	}

	/** By the mark of the decision, or by comparing the shipments before and after. */
	async lookUp(): Promise<Given | undefined> {
		const { decision } = this.order;
		const shipments = await this.shipments();
		if (decision) return shipments.find(({ comments = '' }) => comments.includes(markOf(decision)))?.given;
		const [only, ...others] = shipments.filter(
			({ id, items }) => !this.expected?.before.has(id) && isEqual(sentIn(items), this.expected?.items),
		);
		// Of several that look the same, nobody knows which.
		return others.length ? undefined : only?.given;
	}

	/** A shipment tells it behind its mark. */
	async otherThan(made: Given): Promise<string | undefined> {
		const { decision } = this.order;
		const { id, comments = '' } = readAs(shipment, made);
		const isOther = decision !== undefined && isMarkedOtherwise(comments, this.wish, decision);
		return await Promise.resolve(isOther ? `shipment ${String(id)}` : undefined);
	}

	/** @throws NodeOperationError when nothing of it can be sent, or it goes to several addresses: nothing is sent */
	async prepare() {
		const { orderId, decision, values } = this.order;
		const lines = (await subListOf(this.client, orderId, 'products')).map(orderLineOf);
		const pieces = this.toOneAddress(this.pieces(lines));
		const items = pieces.map(({ line, quantity }) => ({ order_product_id: Number(line.id), quantity }));
		const before = decision ? [] : await this.shipments();
		this.expected = { items: sentIn(items), before: new Set(before.map(({ id }) => id)) };
		const comments = marked(String(values.comments ?? ''), COMMENTS_LENGTH, this.wish, decision);
		const request = this.request({
			...values,
			...(comments && { comments }),
			order_address_id: Number(pieces[0].line.order_address_id),
			items,
		});
		return {
			send: async () => await this.client.tryRequest(request),
			made: async ({ body }: Reply) => (isRecord(body) ? body : {}),
		};
	}

	refused(last: Reply | Broken): Error {
		const { orderId } = this.order;
		const looked = isDoubtful(last)
			? `Look at the shipments of order ${orderId} before you run this item again.`
			: undefined;
		const next = last.status !== undefined && OF_THE_LINES.has(last.status) ? CORRECT : looked;
		return this.client.refusal(last, this.request({}), next);
	}

	named(made: Given): Record<string, unknown> {
		return { shipmentId: readAs(shipment, made).id };
	}

	async recall({ shipmentId }: Record<string, unknown>): Promise<Given | undefined> {
		const path = `${this.path}/${String(shipmentId)}`;
		return await this.client.find({ path, subject: this.subject }, Number(shipmentId));
	}

	private async shipments() {
		const rows = await subListOf(this.client, this.order.orderId, 'shipments');
		return rows.map((row) => readAs(shipment, row));
	}

	/** @throws NodeOperationError when the order has no such line, not so many pieces, or none that is open */
	private pieces(lines: OrderLine[]): Pieces[] {
		const { what, lines: wanted, orderId } = this.order;
		const left = { lines, of: notShipped, done: 'shipped' };
		const open = allPieces(left);
		if (!open.length) {
			throw this.run.refuse({
				what: `Nothing of order ${orderId} is left to ship`,
				next: 'What was refunded, fetched or downloaded is not sent. Look at the shipments of the order.',
			});
		}
		if (what === 'open') return open;
		const found = piecesOf(left, wanted);
		if ('fault' in found) throw this.run.refuse({ what: found.fault, next: CORRECT });
		const pieces = what === 'lines' ? found.pieces : without(open, found.pieces);
		if (pieces.length) return pieces;
		throw this.run.refuse({ what: 'No piece of any line is left to ship', next: CORRECT });
	}

	/** One shipment goes to one address (BigCommerce reference 3.7). */
	private toOneAddress(pieces: Pieces[]): Pieces[] {
		const { addressId, orderId } = this.order;
		const fitting = addressId
			? pieces.filter(({ line }) => Number(line.order_address_id) === addressId)
			: pieces;
		const addresses = new Set(fitting.map(({ line }) => Number(line.order_address_id)));
		if (addresses.size === 1) return fitting;
		throw this.run.refuse(
			addresses.size
				? {
						what: `What is to be shipped of order ${orderId} goes to ${addresses.size} addresses (${[...addresses].join(', ')})`,
						next: 'Choose one of them under Additional Fields > Shipping Address ID, and add a shipment for each.',
					}
				: {
						what: `Nothing that is to be shipped of order ${orderId} goes to address ${addressId}`,
						next: 'Correct Shipping Address ID; Order Shipping Address: Get Many lists the addresses.',
					},
		);
	}

	private request(body: Entered): StoreRequest {
		const { orderId } = this.order;
		return {
			method: 'POST',
			path: this.path,
			body,
			subject: this.subject,
			gives: givesIf((reply) => isNamed(reply.body, 'id') && isNamed(reply.body, 'order_id', orderId)),
			done: `a shipment of order ${orderId} was made`,
		};
	}

	private get path(): string {
		return shipment.path.replace('{id}', String(this.order.orderId));
	}

	private get subject() {
		const { orderId } = this.order;
		return { ...orderSubject(orderId), name: `the shipment of order ${orderId}` };
	}
}

/** What is in a shipment, in one form. */
const sentIn = (items: unknown): unknown =>
	sortBy(
		(Array.isArray(items) ? items.filter(isRecord) : []).map(({ order_product_id: id, quantity }) => [
			Number(id),
			Number(quantity),
		]),
		0,
	);

/** What is left of some pieces when others are taken away. */
const without = (all: Pieces[], others: Pieces[]): Pieces[] =>
	all
		.map(({ line, quantity }) => {
			const taken = others.find((other) => other.line === line)?.quantity ?? 0;
			return { line, quantity: quantity - taken };
		})
		.filter(({ quantity }) => quantity > 0);
