import type { Lane, ModelNode, ProcessSource, Timer } from '../source';

import { around, type Box } from './geometry';

const TASK = { width: 120, height: 80 };

/** Sizes as OpenText's own models draw them (their `bounds`). */
const SIZES: Readonly<Record<Exclude<ModelNode['kind'], 'task'>, number>> = {
	start: 30,
	end: 28,
	gateway: 40,
	timer: 31,
};

const COLUMN = 200;
const ROW = 160;

/** The first column's middle, and the lanes' left border. */
const FIRST_COLUMN = 200;
const POOL = { x: 40, y: 40 };
const TITLE = 40;

/** Where everything stands on the canvas. */
export interface Places {
	pool: Box;
	lanes: ReadonlyMap<string, Box>;
	shapes: ReadonlyMap<string, Box>;
}

const heightOf = ({ rows = 1 }: Lane) => rows * ROW;

function laneBoxes(lanes: readonly Lane[], width: number): Map<string, Box> {
	const boxes = new Map<string, Box>();
	let { y } = POOL;
	for (const lane of lanes) {
		boxes.set(lane.id, { x: POOL.x + TITLE, y, width: width - TITLE, height: heightOf(lane) });
		y += heightOf(lane);
	}
	return boxes;
}

function timerBox({ on, edge }: Timer, shapes: ReadonlyMap<string, Box>): Box {
	const task = shapes.get(on);
	if (task === undefined) throw new Error(`There is no task ${on} for a timer to lie on`);
	const { x, y, width, height } = task;
	return around({ x: x + width - 20, y: edge === 'top' ? y : y + height }, SIZES.timer, SIZES.timer);
}

/**
 * Puts every shape into its lane, column and row.
 * @throws Error when a lane or the task of a timer is not there
 */
export function placesOf({ lanes, nodes }: ProcessSource): Places {
	const columns = nodes.map((node) => (node.kind === 'timer' ? 0 : node.column));
	const width = FIRST_COLUMN - POOL.x + Math.max(...columns) * COLUMN + COLUMN;
	const boxes = laneBoxes(lanes, width);
	const shapes = new Map<string, Box>();
	for (const node of nodes) {
		if (node.kind === 'timer') continue;
		const { id, kind, lane, column, row = 0 } = node;
		const band = boxes.get(lane);
		if (band === undefined) throw new Error(`There is no lane ${lane} for ${id}`);
		const middle = { x: FIRST_COLUMN + column * COLUMN, y: band.y + row * ROW + ROW / 2 };
		const { width: wide, height: high } =
			kind === 'task' ? TASK : { width: SIZES[kind], height: SIZES[kind] };
		shapes.set(id, around(middle, wide, high));
	}
	for (const node of nodes) if (node.kind === 'timer') shapes.set(node.id, timerBox(node, shapes));
	const height = lanes.reduce((sum, lane) => sum + heightOf(lane), 0);
	return { pool: { ...POOL, width, height }, lanes: boxes, shapes };
}
