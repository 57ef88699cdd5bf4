import type { ModelNode, ProcessSource } from '../source';

import { Board, type Drawn } from './board';
import { centreOf, GRID, type Box, type Point } from './geometry';
import type { Places } from './places';
import { route, type Wanted } from './route';

/** How often every line is drawn anew, beside all others as they stand then. */
const ROUNDS = 3;

const length = ({ start, end }: Wanted) => {
	const [one, other] = [centreOf(start), centreOf(end)];
	return Math.abs(one.x - other.x) + Math.abs(one.y - other.y);
};

/** A line leaves a timer on the side that is not its task. */
const waysOut = (node: ModelNode | undefined): Point[] | undefined =>
	node?.kind === 'timer' ? [{ x: 0, y: node.edge === 'top' ? -GRID : GRID }] : undefined;

/** Every flow as a line along the grid: the shortest first, then all of them again beside the others. */
export function linesOf({ nodes, flows }: ProcessSource, places: Places): Map<string, Drawn> {
	const boxOf = (id: string): Box => {
		const box = places.shapes.get(id);
		if (box === undefined) throw new Error(`There is no shape ${id}`);
		return box;
	};
	const wanted = flows
		.map(({ id, from, to }): Wanted => {
			const out = waysOut(nodes.find((node) => node.id === from));
			return { id, from, to, start: boxOf(from), end: boxOf(to), out };
		})
		.sort((one, other) => length(one) - length(other));
	const board = new Board(places);
	const lines = new Map<string, Drawn>();
	for (let round = 0; round < ROUNDS; round += 1) {
		for (const flow of wanted) {
			const former = lines.get(flow.id);
			if (former !== undefined) board.remove(former);
			const drawn = route(board, flow);
			board.add(drawn);
			lines.set(flow.id, drawn);
		}
	}
	return lines;
}

/** Lets a line end at the border of its shapes, which are smaller than the grid's squares. */
export function clipped(turns: readonly Point[], start: Box, end: Box): Point[] {
	const points = turns.map((point) => ({ ...point }));
	const pull = (point: Point, box: Box) => {
		const { x, y } = centreOf(box);
		if (point.y === y) point.x = x + Math.sign(point.x - x) * (box.width / 2);
		else point.y = y + Math.sign(point.y - y) * (box.height / 2);
	};
	pull(points[0], start);
	pull(points[points.length - 1], end);
	return points;
}
