import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { accountOf } from '../access';
import type { CollectionBook } from '../collection/book';
import { notFound } from '../errors';
import { idOf, queryOf } from '../request';
import { afterPut } from '../putAnswer';
import type { ReadSwitches } from '../switches';
import { sendPage } from '../v2Paging';
import type { OrderBook } from './book';
import { couponsOf, taxesOf } from './charges';
import { filterOrders, sortOrders } from './filters';
import { draftOf } from './madeByApps';
import { includesOf } from './present';
import { ORDER_STATUSES } from './statuses';

const countByStatus = (orders: ReturnType<OrderBook['all']>) => ({
	statuses: ORDER_STATUSES.map(({ order, ...status }) => ({
		...status,
		count: orders.filter(({ fields }) => fields.status_id === status.id).length,
		sort_order: order,
	})),
	count: orders.length,
});

/** V2 orders and order statuses: BigCommerce reference 3.1. */
export function registerOrders(
	app: FastifyInstance,
	book: OrderBook,
	collections: CollectionBook,
	switches: ReadSwitches,
): void {
	const send = async <T>(
		reply: FastifyReply,
		items: readonly T[],
		request: FastifyRequest,
		show: (item: T) => unknown,
	) => await sendPage(reply, items, queryOf(request), show, switches());

	app.addHook('preHandler', async (request) => {
		accountOf(request, 'store_v2_orders');
	});

	app.get('/orders', async (request, reply) => {
		const query = queryOf(request);
		const includes = includesOf(query);
		const orders = sortOrders(filterOrders(book.all(), query), query.sort, switches().equalRows);
		await send(reply, orders, request, (order) => book.presenter.order(order, includes));
	});

	app.post('/orders', async (request) =>
		book.presenter.order(book.create(draftOf(request.body, collections))),
	);

	app.get('/orders/count', async (request) => countByStatus(filterOrders(book.all(), queryOf(request))));

	app.get('/orders/:id', async (request) =>
		book.presenter.order(book.get(idOf(request, 'id')), includesOf(queryOf(request))),
	);

	app.put('/orders/:id', async (request) => {
		const order = book.update(idOf(request, 'id'), request.body);
		const shown = book.presenter.order(order, includesOf(queryOf(request)));
		return afterPut(switches(), { ...shown }, request.body);
	});

	app.delete('/orders/:id', async (request, reply) => {
		book.archive(idOf(request, 'id'));
		await reply.code(204).send();
	});

	app.get('/orders/:id/products', async (request, reply) => {
		const { products } = book.get(idOf(request, 'id'));
		await send(reply, products, request, (product) => product);
	});

	app.get('/orders/:id/products/:productId', async (request) => {
		const productId = idOf(request, 'productId');
		const product = book.get(idOf(request, 'id')).products.find(({ id }) => id === productId);
		if (product === undefined) throw notFound();
		return product;
	});

	app.get('/orders/:id/shipping_addresses', async (request, reply) => {
		const { shippingAddresses } = book.get(idOf(request, 'id'));
		await send(reply, shippingAddresses, request, (address) => book.presenter.shippingAddress(address));
	});

	app.get('/orders/:id/shipping_addresses/:addressId', async (request) =>
		book.presenter.shippingAddress(book.address(book.get(idOf(request, 'id')), idOf(request, 'addressId'))),
	);

	app.put('/orders/:id/shipping_addresses/:addressId', async (request) =>
		book.presenter.shippingAddress(
			book.updateAddress(idOf(request, 'id'), idOf(request, 'addressId'), request.body),
		),
	);

	app.get('/orders/:id/fees', async (request) => ({ fees: book.get(idOf(request, 'id')).fees }));

	app.get('/orders/:id/consignments', async (request) =>
		book.presenter.consignments(
			book.get(idOf(request, 'id')),
			(queryOf(request).include ?? '').split(',').includes('consignments.line_items'),
		),
	);

	app.get('/orders/:id/coupons', async (request, reply) => {
		await send(reply, couponsOf(book.get(idOf(request, 'id'))), request, (coupon) => coupon);
	});

	app.get('/orders/:id/taxes', async (request, reply) => {
		const taxes = taxesOf(book.get(idOf(request, 'id')), queryOf(request).details === 'true');
		await send(reply, taxes, request, (tax) => tax);
	});

	app.get('/order_statuses', async () => ORDER_STATUSES);

	app.get('/order_statuses/:id', async (request) => {
		const status = ORDER_STATUSES[idOf(request, 'id')];
		if (status === undefined) throw notFound();
		return status;
	});
}
