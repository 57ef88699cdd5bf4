export interface Point {
	x: number;
	y: number;
}

export interface Box extends Point {
	width: number;
	height: number;
}

/** Lines run on a grid of this many pixels, and so do the borders of tasks. */
export const GRID = 20;

export const centreOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** A box round a point. */
export const around = ({ x, y }: Point, width: number, height: number): Box => ({
	x: x - width / 2,
	y: y - height / 2,
	width,
	height,
});

/** Whether two boxes share more than a border. */
export const overlap = (one: Box, other: Box): boolean =>
	one.x < other.x + other.width &&
	other.x < one.x + one.width &&
	one.y < other.y + other.height &&
	other.y < one.y + one.height;

/** The box that a straight line fills, a pixel wide. */
export const lineBox = (from: Point, to: Point): Box => ({
	x: Math.min(from.x, to.x) - 0.5,
	y: Math.min(from.y, to.y) - 0.5,
	width: Math.abs(from.x - to.x) + 1,
	height: Math.abs(from.y - to.y) + 1,
});

/** The straight pieces of a line through points. */
export const piecesOf = (points: readonly Point[]): Array<[Point, Point]> =>
	points.slice(1).map((point, index) => [points[index], point]);

/** Points at which a line turns, with its ends. */
export const turnsOf = (points: readonly Point[]): Point[] =>
	points.filter((point, index) => {
		const [before, after] = [points[index - 1], points[index + 1]];
		if (before === undefined || after === undefined) return true;
		return (
			(before.x === after.x) !== (point.x === after.x) || (before.y === after.y) !== (point.y === after.y)
		);
	});
