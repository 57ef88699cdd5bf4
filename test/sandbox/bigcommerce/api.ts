import type { FastifyInstance } from 'fastify';

import type { SandboxContext } from '../core/context';
import { acceptJson } from '../core/jsonBody';
import { SERVICE_PREFIXES } from '../core/service';
import type { StateFile } from '../core/stateFile';
import { authenticate } from './access';
import { enforceCaps } from './endpointCaps';
import { malformedJson, notFound, sendError } from './errors';
import { registerB2bApi } from './b2b/api';
import { registerCarts } from './carts';
import { registerProductAssignments } from './catalog/assignments';
import { acceptImageFile, productImages } from './catalog/images';
import { registerListings } from './channels/listings';
import { registerCategories } from './catalog/categories';
import { registerCategoryTrees } from './catalog/trees';
import { registerFormFieldValues } from './customers/formFieldValues';
import { registerCustomerSettings } from './customers/settings';
import type { CollectionBook } from './collection/book';
import { registerCollection } from './collection/routes';
import { COLLECTIONS } from './collections';
import type { HookBook } from './hooks/book';
import type { Deliveries } from './hooks/deliveries';
import { registerHooks } from './hooks/routes';
import { registerLocations } from './inventory/locations';
import { registerStock } from './inventory/stock';
import { registerCouponCodes } from './marketing/couponCodes';
import type { MetafieldBook } from './metafields/book';
import { registerMetafields } from './metafields/routes';
import type { OrderBook } from './orders/book';
import { registerOrders } from './orders/routes';
import type { PaymentBook } from './payments/book';
import { registerPayments } from './payments/routes';
import { registerAssignments } from './prices/assignments';
import { registerPriceRecords } from './prices/priceRecords';
import { Quota } from './quota';
import { cutLimit } from './request';
import type { BigCommerceState } from './state';
import type { MessageBook } from './messages/book';
import { registerMessages } from './messages/routes';
import type { ShipmentBook } from './shipments/book';
import { registerShipments } from './shipments/routes';
import { registerStoreProfile } from './storeProfile';

export interface Books {
	orders: OrderBook;
	payments: PaymentBook;
	shipments: ShipmentBook;
	messages: MessageBook;
	metafields: MetafieldBook;
	hooks: HookBook;
	deliveries: Deliveries;
	collections: CollectionBook;
}

/** The vendor's routes under /bigcommerce/stores/{hash}/v2 and /v3. */
export async function registerApi(
	root: FastifyInstance,
	context: SandboxContext,
	state: StateFile<BigCommerceState>,
	books: Books,
): Promise<void> {
	const switches = () => state.data.switches;
	const quota = new Quota(context.clock, switches);
	await root.register(
		async (app) => {
			acceptJson(app, 'application/json', malformedJson);
			app.setErrorHandler(sendError);
			app.setNotFoundHandler(async () => {
				throw notFound();
			});
			enforceCaps(app);
			app.addHook('preHandler', async (request, reply) => {
				quota.take(reply);
				authenticate(request);
				if (switches().limitAboveMaximum === 'cut') cutLimit(request);
			});
			const tables = (version: 'v2' | 'v3') => COLLECTIONS.filter((table) => table.version === version);
			await app.register(
				async (v2) => {
					registerStoreProfile(v2, context);
					for (const table of tables('v2')) registerCollection(v2, table, books.collections, switches);
					await v2.register(async (orders) => {
						registerOrders(orders, books.orders, books.collections, switches);
						registerShipments(orders, books.shipments, books.orders, switches);
						registerMessages(orders, books.messages, switches);
					});
				},
				{ prefix: '/stores/:storeHash/v2' },
			);
			await app.register(
				async (v3) => {
					registerHooks(v3, books.hooks, state);
					registerMetafields(v3, books.metafields, switches);
					registerPayments(v3, books.payments, switches);
					for (const table of tables('v3').filter((each) => each !== productImages)) {
						registerCollection(v3, table, books.collections, switches);
					}
					await v3.register(async (images) => {
						acceptImageFile(images);
						registerCollection(images, productImages, books.collections, switches);
					});
					registerCouponCodes(v3, books.collections);
					registerCarts(v3, state, context, books.deliveries);
					registerProductAssignments(v3, books.collections);
					registerFormFieldValues(v3, books.collections);
					registerCustomerSettings(v3, state, books.collections);
					registerListings(v3, context, state, books.collections);
					registerCategories(v3, books.collections);
					registerCategoryTrees(v3, books.collections);
					registerPriceRecords(v3, books.collections);
					registerAssignments(v3, books.collections);
					registerLocations(v3, books.collections);
					registerStock(v3, books.collections, books.deliveries);
				},
				{ prefix: '/stores/:storeHash/v3' },
			);
		},
		{ prefix: SERVICE_PREFIXES.bigcommerce },
	);
	await registerB2bApi(root, context.clock, books.collections, switches);
}
