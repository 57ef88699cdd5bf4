/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a process of its own beside n8n, never inside it */
import { contestants, type Contestant } from './contestants';
import { CONTESTANTS, ORDERS, raceTask, type ContestantName, type RaceResult } from './plan';

/** Rounds that are not counted: the compiler gets warm, as it is in an n8n that runs for days. */
const WARM_UP = 2;

const idOf = (order: unknown): unknown =>
	typeof order === 'object' && order !== null ? Reflect.get(order, 'id') : undefined;

/** How many orders came out; ORDERS only when each came exactly once and in the store's order. */
const countOf = (orders: unknown[]): number => {
	const inPlace = orders.filter((order, index) => idOf(order) === index + 1).length;
	return inPlace === orders.length ? orders.length : Math.min(inPlace, ORDERS - 1);
};

async function timed(read: Contestant): Promise<{ ms: number; count: number }> {
	// What others left over is cleared away at no one's expense.
	global.gc?.();
	const start = performance.now();
	const orders = await read();
	return { ms: performance.now() - start, count: countOf(orders) };
}

async function race(): Promise<void> {
	const task = raceTask.parse(JSON.parse(process.argv[2] ?? ''));
	const read = contestants(task);
	const result: RaceResult = {
		times: { bigCommerce: [], httpRequest: [], axios: [] },
		items: { bigCommerce: ORDERS, httpRequest: ORDERS, axios: ORDERS },
	};
	for (let round = -WARM_UP; round < task.rounds; round++) {
		for (const name of turned(CONTESTANTS, round + WARM_UP)) {
			const { ms, count } = await timed(read[name]);
			if (count !== ORDERS) result.items[name] = count;
			if (round >= 0) result.times[name].push(ms);
		}
	}
	process.send?.(result);
}

/** Each round begins with another one, so that no one always follows the same neighbour. */
const turned = (names: readonly ContestantName[], by: number): ContestantName[] => {
	const first = by % names.length;
	return [...names.slice(first), ...names.slice(0, first)];
};

process.once('disconnect', () => process.exit());
void race();
