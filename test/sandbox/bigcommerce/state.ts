import { seedCarts, type StoredCart } from './carts';
import type { StoredListing } from './channels/listings';
import type { StoredCollection } from './collection/record';
import { initialCollections } from './collections';
import type { StoredCustomerSettings } from './customers/settings';
import type { StoredOrder } from './orders/types';
import type { StoredRefund, StoredTransaction } from './payments/types';
import type { StoredMessage } from './messages/types';
import type { StoredShipment } from './shipments/types';
import { switches } from './switches';
import type { Switches } from './switches';

export type PermissionSet = 'app_only' | 'read' | 'write' | 'read_and_sf_access' | 'write_and_sf_access';

/** A metafield as V3 shows it, with times in ms (BigCommerce reference 5.2). */
export interface StoredMetafield {
	id: number;
	permission_set: PermissionSet;
	namespace: string;
	key: string;
	value: string;
	description: string;
	resource_type: string;
	/** a number, except for carts (UUID) */
	resource_id: number | string;
	owner_client_id: string;
	createdAt: number;
	modifiedAt: number;
}

/** A hook as V3 shows it (BigCommerce reference 12.1); times in Unix seconds. */
export interface Hook {
	id: number;
	client_id: string;
	store_hash: string;
	scope: string;
	destination: string;
	headers: Record<string, string> | null;
	is_active: boolean;
	created_at: number;
	updated_at: number;
}

export type DeliveryState = 'pending' | 'retrying' | 'delivered' | 'failed' | 'dropped';

/** One event on its way to one hook. */
export interface Delivery {
	id: string;
	hookId: number;
	scope: string;
	orderId?: number;
	/** last answer; null before the first attempt, 0 when there was none */
	status: number | null;
	/** requests sent, copies included */
	attempts: number;
	/** failed attempts so far, which pick the next wait of the schedule */
	failures: number;
	state: DeliveryState;
	/** the raw JSON text, the same on every attempt */
	body: string;
	/** sandbox time in ms */
	createdAt: number;
	nextAttemptAt?: number;
}

type Counter =
	| 'order'
	| 'orderProduct'
	| 'orderAddress'
	| 'fee'
	| 'metafield'
	| 'hook'
	| 'delivery'
	| 'refund'
	| 'refundPayment'
	| 'transaction'
	| 'shipment'
	| 'message';

export interface BigCommerceState {
	lastId: Record<Counter, number>;
	orders: Record<string, StoredOrder>;
	metafields: Record<string, StoredMetafield>;
	refunds: Record<string, StoredRefund>;
	transactions: Record<string, StoredTransaction>;
	shipments: Record<string, StoredShipment>;
	messages: Record<string, StoredMessage>;
	hooks: Record<string, Hook>;
	/** an earlier version of the sandbox had none */
	carts?: Record<string, StoredCart>;
	/** by the id of a channel, and `store`; an earlier version of the sandbox had none */
	customerSettings?: Record<string, StoredCustomerSettings>;
	/** what channels list; an earlier version of the sandbox had none */
	listings?: StoredListing[];
	/** by the name of their table */
	collections: Record<string, StoredCollection>;
	deliveries: Delivery[];
	switches: Switches;
	adminEmails: string[];
}

export const initialState = (): BigCommerceState => ({
	lastId: {
		order: 99,
		orderProduct: 0,
		orderAddress: 0,
		fee: 0,
		metafield: 0,
		hook: 20_000_000,
		delivery: 0,
		refund: 0,
		refundPayment: 0,
		transaction: 0,
		shipment: 0,
		message: 0,
	},
	orders: {},
	metafields: {},
	refunds: {},
	transactions: {},
	shipments: {},
	messages: {},
	hooks: {},
	carts: seedCarts(),
	collections: initialCollections(),
	deliveries: [],
	switches: switches.parse({}),
	adminEmails: [],
});

/** The next id of a resource. */
export const nextId = (state: BigCommerceState, counter: Counter): number => {
	// A counter that an earlier version of the sandbox did not have begins now.
	state.lastId[counter] = (state.lastId[counter] ?? 0) + 1;
	return state.lastId[counter];
};
