import { keyOf, portsOf, type Board, type Drawn } from './board';
import { GRID, type Box, type Point } from './geometry';

/** What makes a line a bad one, in steps of the grid that one would go round for it. */
const COST = { bend: 3, crossing: 12, together: 60, joined: 0.8, forked: 2.5, backwards: 0.5, side: 4 };

const DIRECTIONS: readonly Point[] = [
	{ x: GRID, y: 0 },
	{ x: 0, y: -GRID },
	{ x: 0, y: GRID },
	{ x: -GRID, y: 0 },
];

interface Reached {
	point: Point;
	direction: Point;
	cost: number;
	/** what the whole line costs at least */
	total: number;
	before?: Reached;
}

const plus = (one: Point, other: Point): Point => ({ x: one.x + other.x, y: one.y + other.y });
const same = (one: Point, other: Point) => one.x === other.x && one.y === other.y;
const isTurn = (one: Point, other: Point) => !same(one, other);
const isReversal = (one: Point, other: Point) => one.x === -other.x && one.y === -other.y;

/** Lines that end at one shape, or begin at one, may become one line. */
const mayShare = (one: Pick<Drawn, 'from' | 'to'>, other: Drawn) =>
	one.from === other.from || one.to === other.to;

const stepsBetween = (one: Point, other: Point) =>
	(Math.abs(one.x - other.x) + Math.abs(one.y - other.y)) / GRID;

/** A flow and the boxes between which it runs. */
export interface Wanted {
	id: string;
	from: string;
	to: string;
	start: Box;
	end: Box;
	/** ways out of the first shape that it may take; all when left out */
	out?: readonly Point[];
}

function stepCost(board: Board, wanted: Wanted, at: Reached, next: Point, direction: Point): number {
	const over = board.over(at.point, next);
	const strangers = over.filter((other) => !mayShare(wanted, other));
	const crossed = board.through(next).filter((other) => !mayShare(wanted, other) && !over.includes(other));
	const forked = over.some((other) => other.from === wanted.from && other.to !== wanted.to);
	const joined = over.some((other) => other.to === wanted.to);
	return (
		(forked ? COST.forked : joined ? COST.joined : 1) +
		strangers.length * COST.together +
		crossed.length * COST.crossing +
		(isTurn(at.direction, direction) ? COST.bend : 0) +
		(direction.x < 0 ? COST.backwards : 0)
	);
}

/** Lines leave to the right and arrive from the left, unless another side is much nearer. */
const sideCost = (direction: Point) => (direction.x > 0 ? 0 : direction.x < 0 ? 2 * COST.side : COST.side);

/** Smallest total first. */
class Queue {
	private readonly buckets: Reached[][] = [];

	private lowest = 0;

	put(reached: Reached): void {
		const bucket = Math.floor(reached.total * 2);
		(this.buckets[bucket] ??= []).push(reached);
		this.lowest = Math.min(this.lowest, bucket);
	}

	take(): Reached | undefined {
		while (this.lowest < this.buckets.length) {
			const found = this.buckets[this.lowest]?.shift();
			if (found !== undefined) return found;
			this.lowest += 1;
		}
		return undefined;
	}
}

function stepsTo(last: Reached): Point[] {
	const points: Point[] = [];
	for (let at: Reached | undefined = last; at !== undefined; at = at.before) points.unshift(at.point);
	return points;
}

/**
 * The best line for a flow beside what is drawn: along the grid, round every shape.
 * @throws Error when there is no way
 */
export function route(board: Board, wanted: Wanted): Drawn {
	const queue = new Queue();
	const ends = portsOf(wanted.end);
	const ahead = (point: Point) => Math.min(...ends.map(({ at }) => stepsBetween(point, at))) * COST.joined;
	const allowed = wanted.out ?? DIRECTIONS;
	for (const { at, out } of portsOf(wanted.start)) {
		if (!allowed.some((direction) => same(direction, out))) continue;
		queue.put({ point: at, direction: out, cost: sideCost(out), total: sideCost(out) + ahead(at) });
	}
	const done = new Set<string>();
	for (let at = queue.take(); at !== undefined; at = queue.take()) {
		const key = `${keyOf(at.point)}/${keyOf(at.direction)}`;
		if (done.has(key)) continue;
		done.add(key);
		const { point, direction } = at;
		const end = ends.find((port) => same(port.at, point) && isReversal(port.out, direction));
		if (end !== undefined && at.before !== undefined) return { ...wanted, steps: stepsTo(at) };
		for (const way of DIRECTIONS) {
			const next = plus(point, way);
			if (isReversal(way, direction) || !board.holds(next) || board.isBorder(point, next)) continue;
			if (at.before === undefined && isTurn(way, direction)) continue;
			const port = ends.find((candidate) => same(candidate.at, next) && isReversal(candidate.out, way));
			if (port === undefined && board.blocked.has(keyOf(next))) continue;
			const cost = at.cost + stepCost(board, wanted, at, next, way) + (port ? sideCost(way) : 0);
			queue.put({ point: next, direction: way, cost, total: cost + ahead(next), before: at });
		}
	}
	throw new Error(`There is no way for the flow ${wanted.id}`);
}
