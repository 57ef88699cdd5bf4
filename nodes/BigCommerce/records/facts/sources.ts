import once from 'lodash/once';
import { isRecord } from '../../../shared/isRecord';
import type { Given } from '../../../shared/record/given';
import type { Query } from '../../../shared/serviceRequest';
import { categoryNames, productsByIds } from '../../transport/catalog';
import { countOrders, subListOf, type SubResource } from '../../transport/orders';
import { refundsOf, transactionsOf } from '../../transport/payments';
import { readStoreProfile } from '../../transport/storeProfile';
import { availableOf } from '../../transport/stock';
import type { StoreClient } from '../../transport/StoreClient';
import { orderOf, type Order } from '../order';
import { refundOf } from '../refund';
import type { ByStatus } from './history';

/** Tells whether a question of ours put an order on hold. Records know nothing of questions. */
export type HeldByUs = (client: StoreClient, orderId: number) => Promise<boolean>;

/** What the facts of one order are worked out from; each is read once, when it is asked for. */
export class Sources {
	readonly order: Order;

	readonly now = Date.now();

	constructor(
		private readonly client: StoreClient,
		given: Given,
		private readonly isHeld: HeldByUs,
	) {
		this.order = orderOf(given);
	}

	readonly store = once(async () => await readStoreProfile(this.client));

	readonly refunds = once(async () => (await refundsOf(this.client, this.id)).map(refundOf));

	readonly transactions = once(async () => await transactionsOf(this.client, this.id));

	readonly shippingAddresses = once(async () => await this.parts('shipping_addresses'));

	readonly products = once(async () => await this.parts('products'));

	readonly isHeldByUs = once(async () => await this.isHeld(this.client, this.id));

	async catalog(ids: readonly number[]) {
		return await productsByIds(this.client, ids);
	}

	async categoryNames(ids: readonly number[]) {
		return await categoryNames(this.client, ids);
	}

	async available(variants: readonly number[]) {
		return await availableOf(this.client, variants);
	}

	async count(query: Query): Promise<ByStatus> {
		return await countOrders(this.client, query);
	}

	private get id(): number {
		return this.order.id ?? 0;
	}

	/** A list of the order; it stands in the order itself where it was asked for with it. */
	private async parts(name: SubResource): Promise<Given[]> {
		const { [name]: included }: { [name in SubResource]?: unknown } = this.order;
		if (Array.isArray(included)) return included.filter(isRecord);
		return await subListOf(this.client, this.id, name);
	}
}
