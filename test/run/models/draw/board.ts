import { centreOf, GRID, type Box, type Point } from './geometry';
import type { Places } from './places';

export const keyOf = ({ x, y }: Point): string => `${x},${y}`;

/** The way from one point of the grid to the next. */
export const stepKey = (from: Point, to: Point): string =>
	from.x < to.x || from.y < to.y ? `${keyOf(from)}>${keyOf(to)}` : `${keyOf(to)}>${keyOf(from)}`;

/** A flow that was drawn: its points on the grid, one by one. */
export interface Drawn {
	id: string;
	from: string;
	to: string;
	steps: readonly Point[];
}

/** Points of the grid at which lines reach a shape of this box, with the way out of it. */
export function portsOf(box: Box): Array<{ at: Point; out: Point }> {
	const { x, y } = centreOf(box);
	const [right, down] = [reach(box.width), reach(box.height)];
	return [
		{ at: { x: x + right, y }, out: { x: GRID, y: 0 } },
		{ at: { x: x - right, y }, out: { x: -GRID, y: 0 } },
		{ at: { x, y: y - down }, out: { x: 0, y: -GRID } },
		{ at: { x, y: y + down }, out: { x: 0, y: GRID } },
	];
}

/** From the middle of a shape to the first point of the grid that is not inside it. */
const reach = (size: number) => Math.ceil(size / 2 / GRID) * GRID;

/** The canvas as lines see it: what they may not pass, and what is drawn already. */
export class Board {
	readonly blocked = new Set<string>();

	private readonly borders: ReadonlySet<number>;

	private readonly used = new Map<string, Drawn[]>();

	private readonly turned = new Map<string, Drawn[]>();

	constructor(readonly places: Places) {
		for (const box of places.shapes.values()) this.block(box);
		this.borders = new Set([...places.lanes.values()].flatMap(({ y, height }) => [y, y + height]));
	}

	/** Whether a point is on the canvas, clear of its frame. */
	holds({ x, y }: Point): boolean {
		const { pool } = this.places;
		const left = pool.x + 3 * GRID;
		return x >= left && x < pool.x + pool.width && y > pool.y && y < pool.y + pool.height;
	}

	/** Whether a step would run along the border of a lane, where nobody tells it from the border. */
	isBorder(from: Point, to: Point): boolean {
		return from.y === to.y && this.borders.has(from.y);
	}

	add(drawn: Drawn): void {
		for (const [index, point] of drawn.steps.entries()) {
			this.note(this.turned, keyOf(point), drawn);
			const next = drawn.steps[index + 1];
			if (next !== undefined) this.note(this.used, stepKey(point, next), drawn);
		}
	}

	remove(drawn: Drawn): void {
		for (const map of [this.used, this.turned]) {
			for (const [key, list] of map)
				if (list.includes(drawn))
					map.set(
						key,
						list.filter((other) => other !== drawn),
					);
		}
	}

	/** The lines that run over this step. */
	over(from: Point, to: Point): readonly Drawn[] {
		return this.used.get(stepKey(from, to)) ?? [];
	}

	/** The lines that pass this point. */
	through(point: Point): readonly Drawn[] {
		return this.turned.get(keyOf(point)) ?? [];
	}

	private note(map: Map<string, Drawn[]>, key: string, drawn: Drawn): void {
		map.set(key, [...(map.get(key) ?? []), drawn]);
	}

	private block(box: Box): void {
		const { x, y } = centreOf(box);
		const [right, down] = [reach(box.width), reach(box.height)];
		for (let i = x - right; i <= x + right; i += GRID) {
			for (let j = y - down; j <= y + down; j += GRID) this.blocked.add(keyOf({ x: i, y: j }));
		}
	}
}
