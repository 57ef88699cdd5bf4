import type { ProcessSource } from '../source';

import { stepKey, type Drawn } from './board';
import { lineBox, overlap, piecesOf, turnsOf, type Box, type Point } from './geometry';

const LINE_HEIGHT = 14;
const LETTER = 6.2;
const WIDEST = 96;
const GAP = 3;

/** The room that a text takes in a modeler, in lines of at most 96 pixels. */
export function sizeOf(text: string): { width: number; height: number } {
	const lines = [''];
	for (const word of text.split(' ')) {
		const longer = `${lines[lines.length - 1]} ${word}`.trim();
		if (longer.length * LETTER <= WIDEST || lines[lines.length - 1] === '') lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	const width = Math.ceil(Math.max(...lines.map((line) => line.length)) * LETTER) + 2;
	return { width, height: lines.length * LINE_HEIGHT };
}

type Size = ReturnType<typeof sizeOf>;

/** Places for the name of an event or gateway: under it, over it, then at its corners. */
function besideShape({ x, y, width, height }: Box, size: Size): Box[] {
	const middle = x + width / 2 - size.width / 2;
	const rows = [y + height + GAP, y - size.height - GAP];
	return [
		...rows.map((top) => ({ ...size, x: middle, y: top })),
		...rows.flatMap((top) => [
			{ ...size, x: x + width / 2 + GAP, y: top },
			{ ...size, x: x + width / 2 - size.width - GAP, y: top },
		]),
		...[x + width + GAP, x - size.width - GAP].flatMap((left) => [
			{ ...size, x: left, y: y + height / 2 + GAP },
			{ ...size, x: left, y: y + height / 2 - size.height - GAP },
		]),
	];
}

/** Places for the name of a flow beside one of its straight pieces. */
function besidePiece([from, to]: [Point, Point], size: Size): Box[] {
	const shares = [0.5, 0.25, 0.75, 0.1, 0.9, 0.4, 0.6, 0.33, 0.67, 0.17, 0.83, 0.05, 0.95];
	const points = shares.map((share) => ({
		x: from.x + (to.x - from.x) * share,
		y: from.y + (to.y - from.y) * share,
	}));
	if (from.y === to.y) {
		return points.flatMap(({ x, y }) => [
			{ ...size, x: x - size.width / 2, y: y - size.height - GAP },
			{ ...size, x: x - size.width / 2, y: y + GAP },
		]);
	}
	return points.flatMap(({ x, y }) => [
		{ ...size, x: x + GAP, y: y - size.height / 2 },
		{ ...size, x: x - size.width - GAP, y: y - size.height / 2 },
	]);
}

/** The pieces of a line that it shares with no other, the longest first; then all of it, for a name that finds no place there. */
function ownPieces(line: Drawn, all: readonly Drawn[]): Array<[Point, Point]> {
	const taken = new Set(
		all
			.filter((other) => other !== line)
			.flatMap(({ steps }) => piecesOf(steps).map(([from, to]) => stepKey(from, to))),
	);
	const own: Array<[Point, Point]> = [];
	for (const [from, to] of piecesOf(line.steps)) {
		if (taken.has(stepKey(from, to))) continue;
		const last = own.at(-1);
		const goesOn =
			last !== undefined &&
			last[1] === from &&
			((last[0].x === to.x && from.x === to.x) || (last[0].y === to.y && from.y === to.y));
		if (goesOn) last[1] = to;
		else own.push([from, to]);
	}
	const length = ([from, to]: [Point, Point]) => Math.abs(from.x - to.x) + Math.abs(from.y - to.y);
	return [...own.sort((one, other) => length(other) - length(one)), ...piecesOf(turnsOf(line.steps))];
}

/**
 * Where the names of events, gateways and flows stand, by id: clear of shapes and each other, and of lines where there is room. Names of tasks stand inside them.
 * @throws Error when a name has no clear place
 */
export function labelsOf(
	{ nodes, flows }: ProcessSource,
	shapes: ReadonlyMap<string, Box>,
	lines: ReadonlyMap<string, Drawn>,
): Map<string, Box> {
	const drawn = [...lines.values()];
	const taken: Box[] = [...shapes.values()];
	const inked = drawn.flatMap(({ steps }) => piecesOf(steps).map(([from, to]) => lineBox(from, to)));
	const labels = new Map<string, Box>();
	const put = (id: string, candidates: readonly Box[]) => {
		const free = candidates.filter((box) => !taken.some((other) => overlap(box, other)));
		const place = free.find((box) => !inked.some((line) => overlap(box, line))) ?? free.at(0);
		if (place === undefined) throw new Error(`There is no clear place for the name of ${id}`);
		const rounded = { ...place, x: Math.round(place.x), y: Math.round(place.y) };
		taken.push(rounded);
		labels.set(id, rounded);
	};
	for (const { id, kind, name } of nodes) {
		const box = shapes.get(id);
		if (kind !== 'task' && box !== undefined) put(id, besideShape(box, sizeOf(name)));
	}
	for (const { id, name } of flows) {
		const line = lines.get(id);
		if (name === undefined || line === undefined) continue;
		put(
			id,
			ownPieces(line, drawn).flatMap((piece) => besidePiece(piece, sizeOf(name))),
		);
	}
	return labels;
}
