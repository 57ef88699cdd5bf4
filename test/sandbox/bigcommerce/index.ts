/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { join } from 'node:path';

import type { SandboxContext } from '../core/context';
import { STORE_ID } from '../core/fixtures';
import type { StandIn } from '../core/service';
import { StateFile } from '../core/stateFile';
import { registerApi } from './api';
import { CollectionBook } from './collection/book';
import { ALL_COLLECTIONS, initialCollections } from './collections';
import { registerControl } from './control';
import { HookBook } from './hooks/book';
import { Deliveries } from './hooks/deliveries';
import { MetafieldBook } from './metafields/book';
import type { MetafieldOwner } from './metafields/owners';
import { OrderBook } from './orders/book';
import { PaymentBook } from './payments/book';
import { MessageBook } from './messages/book';
import { ShipmentBook } from './shipments/book';
import { initialState } from './state';
import type { BigCommerceState } from './state';

export interface BigCommerceStandIn extends StandIn {
	name: 'bigcommerce';
	orders: OrderBook;
	metafields: MetafieldBook;
	hooks: HookBook;
	collections: CollectionBook;
	kept(): Readonly<BigCommerceState>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Resources with metafields that are kept as collections, by the collection's name. */
const KEPT: Readonly<Record<string, string>> = {
	customers: 'customer',
	products: 'product',
	variants: 'variant',
	productVariants: 'variant',
};

/** The sandbox keeps no brands, channels and the like; these ids stand for existing ones. */
const LARGEST_FIXTURE_ID = 1000;

/** The BigCommerce stand-in: orders, metafields and hooks of one store, kept in `bigcommerce.json` of the data folder. */
export async function createBigCommerceStandIn(context: SandboxContext): Promise<BigCommerceStandIn> {
	const file = context.dataDir === undefined ? undefined : join(context.dataDir, 'bigcommerce.json');
	const state = new StateFile(file, initialState);
	const deliveries = new Deliveries(state, context);
	const orders = new OrderBook(state, context, deliveries);
	const exists = ({ resourceType, uuid, only }: MetafieldOwner, id: string, parentId?: number): boolean => {
		if (only === true) return id === STORE_ID;
		if (resourceType === 'order') return orders.exists(id);
		const kept = Object.keys(KEPT).find((name) => KEPT[name] === resourceType);
		if (kept !== undefined)
			return collections.records(kept, parentId).some((record) => record.id === Number(id));
		return uuid === true ? UUID.test(id) : Number(id) >= 1 && Number(id) <= LARGEST_FIXTURE_ID;
	};
	const metafields = new MetafieldBook(state, context, deliveries, exists);
	const payments = new PaymentBook(state, context, deliveries, orders);
	const shipments = new ShipmentBook(state, context, deliveries, orders);
	const messages = new MessageBook(state, context, deliveries, orders);
	const hooks = new HookBook(state, context);
	const collections = new CollectionBook(
		ALL_COLLECTIONS,
		state,
		context,
		deliveries,
		initialCollections,
		(collection, id) => {
			const resourceType = KEPT[collection];
			if (resourceType !== undefined) metafields.forget(resourceType, String(id));
		},
	);
	return {
		name: 'bigcommerce',
		orders,
		metafields,
		hooks,
		collections,
		async register(app) {
			await registerApi(app, context, state, {
				orders,
				payments,
				shipments,
				messages,
				metafields,
				hooks,
				deliveries,
				collections,
			});
			await registerControl(app, { state, orders, messages, hooks, deliveries });
			deliveries.resume();
		},
		kept: () => state.data,
		async reset() {
			deliveries.close();
			state.reset();
			deliveries.restart();
		},
		async close() {
			deliveries.close();
			await state.flush();
		},
	};
}
