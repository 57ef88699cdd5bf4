import type { OrderBook } from './book';
import { SCENARIOS } from './scenarios';

/** Status of seeded orders: Completed, so that nothing waits for them. */
const COMPLETED = 10;

/**
 * Adds many orders at once, without events, for benchmarks.
 * @param count how many
 * @param padTo wanted size of one order's JSON in bytes; a smaller value leaves the order as it is
 * @returns the ids of the first and the last one and the JSON size of the first
 */
export function seedOrders(book: OrderBook, count: number, padTo: number) {
	const draft = { ...SCENARIOS.harmless.draft, overrides: { status_id: COMPLETED } };
	const sizeOf = (order: ReturnType<OrderBook['add']>) => JSON.stringify(book.presenter.order(order)).length;
	const first = book.add(draft);
	const padding = Math.max(padTo - sizeOf(first), 0);
	first.fields.customer_message = 'x'.repeat(padding);
	let last = first;
	for (let made = 1; made < count; made += 1) {
		last = book.add({
			...draft,
			overrides: { ...draft.overrides, customer_message: first.fields.customer_message },
		});
	}
	return { firstId: first.fields.id, lastId: last.fields.id, bytes: sizeOf(first) };
}
