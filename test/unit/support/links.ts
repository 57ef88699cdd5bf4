import { LINK_NAMESPACE } from '../../../nodes/BigCommerce/links/Links';
import {
	advance,
	claimRecord,
	serializeLink,
	type LinkState,
	type Step,
} from '../../../nodes/shared/linkRecord';
import { answering, type ServiceDouble } from './serviceDouble';
import { ModelStore } from './modelStore';

export const NOW = Date.parse('2026-11-22T10:00:00.000Z');
export const LEASE_MS = 900_000;

/** The holder of every link that `linkIn` puts there. */
export const HOLDER = '1:before';

/** Puts one round of a purpose on an order. `more` is what was recorded with its state. */
export function putLink(
	store: ModelStore,
	purpose: string,
	round: number,
	state: LinkState,
	ageMs = 0,
	{ orderId = '7', ...more }: { orderId?: string } & Pick<Step, 'effect' | 'decision'> = {},
): void {
	const claimed = claimRecord(
		{ key: `abc123:order:${orderId}:${purpose}:${round}`, holder: HOLDER, run: '1', leaseMs: LEASE_MS },
		NOW - ageMs,
	);
	const result = advance(claimed, { state, run: '1', ...more }, NOW - ageMs);
	if ('refused' in result) throw new Error(result.refused);
	store.put(LINK_NAMESPACE, `${purpose}:${round}`, serializeLink(result.record));
}

/** A store in which an order has a link for `risk-review`, in this state and of this age. */
export function orderWithLink(state: LinkState, ageMs = 0, orderId = '7'): ModelStore {
	const store = new ModelStore(orderId);
	putLink(store, 'risk-review', 1, state, ageMs, { orderId });
	return store;
}

/** Several orders, each a store of its own; every other order is not there. */
export function joined(stores: Record<string, ModelStore>): ServiceDouble {
	const table = Object.entries(stores).flatMap(([id, store]) =>
		['GET', 'POST', 'PUT', 'DELETE'].flatMap((method) =>
			['', ...[...Array(5).keys()].map((metafield) => `/${metafield + 1}`)].map((tail) => [
				`${method} /v3/orders/${id}/metafields${tail}`,
				store.answer,
			]),
		),
	);
	return answering(Object.fromEntries(table));
}

/** The link of an order, picked by what it belongs to. */
export const pickedLink = (order: string | number) => ({
	linkKey: { __rl: true, mode: 'object', value: `order:${order}:risk-review` },
});

/** What a user enters to claim the link of an order. */
export const linkOf = (objectId: string | number) => ({
	objectId: String(objectId),
	purpose: 'risk-review',
});
