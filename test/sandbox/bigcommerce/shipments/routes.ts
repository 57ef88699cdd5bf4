import type { FastifyInstance } from 'fastify';
import omit from 'lodash/omit';

import { rfc2822 } from '../format';
import type { OrderBook } from '../orders/book';
import { afterPut } from '../putAnswer';
import { idOf, queryOf } from '../request';
import type { ReadSwitches } from '../switches';
import { sendPage } from '../v2Paging';
import type { ShipmentBook } from './book';
import type { StoredShipment } from './types';

const NAMES: Readonly<Record<string, string>> = { fedex: 'FedEx', ups: 'UPS', usps: 'USPS' };

/** Shows a shipment the way V2 does (BigCommerce reference 3.7). */
function show(orders: OrderBook, { createdAt, items, ...shipment }: StoredShipment) {
	const { fields, products, shippingAddresses } = orders.get(shipment.order_id);
	const billing = omit(fields.billing_address, 'form_fields');
	const to = shippingAddresses.find(({ id }) => id === shipment.order_address_id);
	const provider = shipment.shipping_provider;
	const isTracked = shipment.tracking_link === '' && shipment.tracking_number !== '';
	return {
		...shipment,
		customer_id: fields.customer_id,
		date_created: rfc2822(createdAt),
		billing_address: billing,
		shipping_address: Object.fromEntries(Object.keys(billing).map((name) => [name, Object(to)[name]])),
		items: items.map((row) => ({
			...row,
			product_id: products.find(({ id }) => id === row.order_product_id)?.product_id ?? 0,
		})),
		shipping_provider_display_name: NAMES[provider] ?? provider,
		generated_tracking_link: isTracked ? `https://tracking.example.com/${shipment.tracking_number}` : '',
	};
}

/** Shipments of an order: BigCommerce reference 3.1. All of an order are never removed by one call here. */
export function registerShipments(
	app: FastifyInstance,
	book: ShipmentBook,
	orders: OrderBook,
	switches: ReadSwitches,
): void {
	const path = '/orders/:id/shipments';
	const one = `${path}/:shipmentId`;

	app.get(path, async (request, reply) => {
		const shipments = book.list(idOf(request, 'id'));
		await sendPage(reply, shipments, queryOf(request), (shipment) => show(orders, shipment), switches());
	});

	app.get(`${path}/count`, async (request) => ({ count: book.list(idOf(request, 'id')).length }));

	app.post(path, async (request, reply) => {
		const shipment = book.create(idOf(request, 'id'), request.body);
		await reply.code(201).send(show(orders, shipment));
	});

	app.get(one, async (request) => show(orders, book.get(idOf(request, 'id'), idOf(request, 'shipmentId'))));

	app.put(one, async (request) => {
		const shipment = book.update(idOf(request, 'id'), idOf(request, 'shipmentId'), request.body);
		return afterPut(switches(), show(orders, shipment), request.body);
	});

	app.delete(one, async (request, reply) => {
		book.remove(idOf(request, 'id'), idOf(request, 'shipmentId'));
		await reply.code(204).send();
	});
}
