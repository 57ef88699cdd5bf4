import { z } from 'zod';

import type { SandboxContext } from '../../core/context';
import type { StateFile } from '../../core/stateFile';
import { ApiError, notFound } from '../errors';
import { wholeSeconds } from '../format';
import type { Deliveries } from '../hooks/deliveries';
import type { OrderBook } from '../orders/book';
import { parseV2 } from '../orders/changes';
import { afterSending, movedOn } from '../orders/sending';
import { nextId } from '../state';
import type { BigCommerceState } from '../state';
import type { StoredShipment } from './types';

const PROVIDERS = [
	...['', 'auspost', 'canadapost', 'endicia', 'usps', 'fedex', 'ups', 'upsready', 'upsonline', 'shipperhq'],
	'royalmail',
];

/** What POST and PUT take alike: BigCommerce reference 3.7. */
const writable = {
	tracking_number: z.string().max(50),
	tracking_link: z.string().max(500),
	tracking_carrier: z.string(),
	shipping_provider: z.string().refine((name) => PROVIDERS.includes(name) || name.startsWith('carrier_')),
	shipping_method: z.string(),
	merchant_shipping_cost: z.string(),
	comments: z.string().max(65_535),
};

const item = z.object({ order_product_id: z.number().int(), quantity: z.number().int().positive() });

const created = z
	.object(writable)
	.partial()
	.extend({ order_address_id: z.number().int(), items: z.array(item).nonempty() })
	.strict();

const changed = z
	.object(writable)
	.partial()
	.extend({ order_address_id: z.number().int().optional() })
	.strict();

/** What is sent to the shopper, in one or several parcels. Making one moves the order on, removing one does not move it back. */
export class ShipmentBook {
	constructor(
		private readonly state: StateFile<BigCommerceState>,
		private readonly context: SandboxContext,
		private readonly deliveries: Deliveries,
		private readonly orders: OrderBook,
	) {}

	/** Of one order, the oldest first. @throws ApiError 404 */
	list(orderId: number): StoredShipment[] {
		this.orders.get(orderId);
		return Object.values(this.state.data.shipments).filter(({ order_id: id }) => id === orderId);
	}

	/** @throws ApiError 404 */
	get(orderId: number, id: number): StoredShipment {
		const found = this.list(orderId).find((shipment) => shipment.id === id);
		if (found === undefined) throw notFound();
		return found;
	}

	/** @throws ApiError 404, 400 */
	create(orderId: number, body: unknown): StoredShipment {
		const order = this.orders.get(orderId);
		const { items, ...fields } = parseV2(created, body);
		this.orders.address(order, fields.order_address_id);
		const pieces = piecesOf(items);
		for (const [lineId, quantity] of pieces) {
			const line = order.products.find(({ id }) => id === lineId);
			if (line === undefined || line.order_address_id !== fields.order_address_id) {
				throw new ApiError(400, `The order product '${lineId}' is not sent to this address.`);
			}
			if (line.quantity_shipped + quantity > line.quantity) {
				throw new ApiError(400, `The quantity of order product '${lineId}' is more than can be shipped.`);
			}
		}
		const shipment: StoredShipment = {
			id: nextId(this.state.data, 'shipment'),
			order_id: orderId,
			createdAt: wholeSeconds(this.context.clock.now()),
			tracking_number: '',
			tracking_link: '',
			tracking_carrier: '',
			shipping_provider: '',
			shipping_method: '',
			merchant_shipping_cost: '0.0000',
			comments: '',
			...fields,
			items,
		};
		this.state.data.shipments[shipment.id] = shipment;
		this.fire(shipment, 'created');
		this.orders.send(orderId, (sent) => movedOn(afterSending(sent, pieces)));
		return shipment;
	}

	/** What is in it stays (reference 3.7). @throws ApiError 404, 400 */
	update(orderId: number, id: number, body: unknown): StoredShipment {
		const shipment = { ...this.get(orderId, id), ...parseV2(changed, body) };
		this.state.data.shipments[id] = shipment;
		this.fire(shipment, 'updated');
		return shipment;
	}

	/** @throws ApiError 404 */
	remove(orderId: number, id: number): void {
		const shipment = this.get(orderId, id);
		delete this.state.data.shipments[id];
		this.orders.send(orderId, (order) => afterSending(order, piecesOf(shipment.items, -1)));
		this.fire(shipment, 'deleted');
	}

	private fire({ id, order_id: orderId }: StoredShipment, event: string): void {
		this.state.save();
		this.deliveries.fire(`store/shipment/${event}`, { type: 'shipment', id, orderId }, orderId);
	}
}

/** By order product, which several rows may name. */
const piecesOf = (items: StoredShipment['items'], sign: 1 | -1 = 1): ReadonlyMap<number, number> =>
	items.reduce(
		(pieces, { order_product_id: id, quantity }) => pieces.set(id, (pieces.get(id) ?? 0) + sign * quantity),
		new Map<number, number>(),
	);
