import type { SandboxContext } from '../../core/context';
import type { StateFile } from '../../core/stateFile';
import { notFound } from '../errors';
import { wholeSeconds } from '../format';
import type { Deliveries } from '../hooks/deliveries';
import { nextId } from '../state';
import type { BigCommerceState } from '../state';
import { applyChange } from './applyChange';
import type { OrderChange } from './changes';
import { shippingAddressChange, parseV2, readOrderChange } from './changes';
import { newOrder } from './newOrder';
import type { OrderDraft } from './newOrder';
import { OrderPresenter } from './present';
import { withDateShipped } from './sending';
import type { OrderFields, OrderProduct, PaymentStatus, ShippingAddress, StoredOrder } from './types';

/** Shown on an order without being kept with it. */
const COMPUTED_FIELDS = ['date_modified', 'status', 'custom_status', 'coupons'];

/** The store's orders; every change is saved and fires the events of BigCommerce reference 12.3. */
export class OrderBook {
	readonly presenter: OrderPresenter;

	constructor(
		private readonly state: StateFile<BigCommerceState>,
		private readonly context: SandboxContext,
		private readonly deliveries: Deliveries,
	) {
		this.presenter = new OrderPresenter(() => context.baseUrl());
	}

	/** All orders by ascending id, archived ones too. */
	all(): StoredOrder[] {
		return Object.values(this.state.data.orders);
	}

	exists(id: number | string): boolean {
		return String(id) in this.state.data.orders;
	}

	/** @throws ApiError 404 */
	get(id: number): StoredOrder {
		const order = this.state.data.orders[id];
		if (order === undefined) throw notFound();
		return order;
	}

	/**
	 * A shopper places an order: it starts Incomplete (0), then the payment moves it on, as at the vendor
	 * (reference 14.6).
	 */
	place(draft: OrderDraft, payment: { status: PaymentStatus; statusId: number }): StoredOrder {
		const order = this.add(draft);
		this.fire(order, 'created');
		return this.replace(order, {
			...order,
			fields: { ...order.fields, payment_status: payment.status, status_id: payment.statusId },
		});
	}

	/** An app makes an order (reference 3.4). */
	create(draft: OrderDraft): StoredOrder {
		const order = this.add(draft);
		this.fire(order, 'created');
		return order;
	}

	/** Adds an order without any event, for benchmarks. */
	add(draft: OrderDraft): StoredOrder {
		const order = newOrder(this.state.data, this.seconds(), draft);
		this.state.data.orders[order.fields.id] = order;
		this.state.save();
		return order;
	}

	/** A partial PUT. @throws ApiError 404, 400, 501 */
	update(id: number, body: unknown): StoredOrder {
		const order = this.get(id);
		const isShown = (name: string) => name in order.fields || COMPUTED_FIELDS.includes(name);
		return this.change(order, readOrderChange(body, order.fields, isShown));
	}

	/** Changes one shipping address. @throws ApiError 404, 400 */
	updateAddress(id: number, addressId: number, body: unknown): ShippingAddress {
		const order = this.get(id);
		this.address(order, addressId);
		const change = parseV2(shippingAddressChange, body);
		return this.address(
			this.change(order, { shipping_addresses: [{ ...change, id: addressId }] }),
			addressId,
		);
	}

	/** One shipping address of an order. @throws ApiError 404 */
	address(order: StoredOrder, addressId: number): ShippingAddress {
		const found = order.shippingAddresses.find(({ id }) => id === addressId);
		if (found === undefined) throw notFound();
		return found;
	}

	/**
	 * What a payment or a refund makes of an order.
	 * @param line what becomes of each of its lines
	 * @throws ApiError 404
	 */
	settle(
		id: number,
		fields: Partial<Pick<OrderFields, 'payment_status' | 'payment_provider_id' | 'status_id'>>,
		line: (product: OrderProduct) => OrderProduct = (product) => product,
	): StoredOrder {
		const order = this.get(id);
		return this.replace(order, {
			...order,
			fields: { ...order.fields, ...fields },
			products: order.products.map(line),
		});
	}

	/** What a shipment makes of an order, or taking one back. @throws ApiError 404 */
	send(id: number, sent: (order: StoredOrder) => StoredOrder): StoredOrder {
		const order = this.get(id);
		return this.replace(order, sent(order));
	}

	/** Archives an order: it leaves the lists and can still be read by id. @throws ApiError 404 */
	archive(id: number): void {
		this.change(this.get(id), { is_deleted: true });
	}

	/** Takes an order out entirely, with its metafields, so that a later GET is 404. @throws ApiError 404 */
	remove(id: number): void {
		this.get(id);
		const { orders, metafields } = this.state.data;
		delete orders[id];
		for (const metafield of Object.values(metafields)) {
			if (metafield.resource_type === 'order' && metafield.resource_id === id)
				delete metafields[metafield.id];
		}
		this.saved(id);
	}

	private change(order: StoredOrder, change: OrderChange): StoredOrder {
		return this.replace(
			order,
			applyChange(order, change, () => nextId(this.state.data, 'fee')),
		);
	}

	private replace(before: StoredOrder, after: StoredOrder): StoredOrder {
		const now = this.seconds();
		const changed = { ...withDateShipped(after, now), modifiedAt: now };
		this.state.data.orders[changed.fields.id] = changed;
		this.fire(changed, 'updated');
		const [previous, current] = [before.fields.status_id, changed.fields.status_id];
		if (previous !== current) {
			this.fire(changed, 'statusUpdated', {
				status: { previous_status_id: previous, new_status_id: current },
			});
		}
		if (!before.fields.is_deleted && changed.fields.is_deleted) this.fire(changed, 'archived');
		return changed;
	}

	private fire(order: StoredOrder, event: string, extra: Record<string, unknown> = {}): void {
		const { id, channel_id: channelId } = order.fields;
		this.saved(id);
		this.deliveries.fire(`store/order/${event}`, { type: 'order', id, ...extra }, id);
		this.deliveries.fire(`store/channel/${channelId}/order/${event}`, { order_id: id }, id);
	}

	private saved(id: number): void {
		this.state.save();
		this.context.changes.emit('change', { service: 'bigcommerce', kind: 'order', id: String(id) });
	}

	private seconds(): number {
		return wholeSeconds(this.context.clock.now());
	}
}
