import { draw, type Drawing } from '../../run/models/draw/drawing';
import { lineBox, overlap, piecesOf, type Box, type Point } from '../../run/models/draw/geometry';
import type { ProcessSource } from '../../run/models/source';
import { SOURCES } from '../../run/models/sources';

const inside = ({ x, y, width, height }: Box, outer: Box) =>
	x >= outer.x && y >= outer.y && x + width <= outer.x + outer.width && y + height <= outer.y + outer.height;

/** How often lines cross; where lines of one shape come together is no crossing. */
function crossingsOf({ flows }: ProcessSource, { lines }: Drawing): number {
	const isHorizontal = ([from, to]: [Point, Point]) => from.y === to.y;
	const pieces = flows.flatMap((flow) =>
		piecesOf([...(lines.get(flow.id) ?? [])]).map((piece) => ({ flow, piece })),
	);
	const across = pieces.filter(({ piece }) => isHorizontal(piece));
	const down = pieces.filter(({ piece }) => !isHorizontal(piece));
	const places = across.flatMap(({ flow, piece: [a, b] }) =>
		down.flatMap(({ flow: other, piece: [c, d] }) => {
			if (flow.from === other.from || flow.to === other.to) return [];
			const between = (value: number, one: number, two: number) =>
				value > Math.min(one, two) && value < Math.max(one, two);
			return between(c.x, a.x, b.x) && between(a.y, c.y, d.y) ? [`${c.x},${a.y}`] : [];
		}),
	);
	return new Set(places).size;
}

/** Crossings that each model has as it is drawn now; a change may bring fewer. */
const MOST_CROSSINGS: Readonly<Record<string, number>> = {
	order_risk_review: 0,
	returns_and_refunds: 17,
	product_content_approval: 12,
	stock_exception: 13,
	b2b_credit_onboarding: 6,
	customer_complaint: 8,
	special_pricing_approval: 9,
	order_documents: 0,
};

describe.each(SOURCES.map((source): [string, ProcessSource] => [source.key, source]))(
	'the drawing of %s',
	(key, source) => {
		const drawing = draw(source);
		const { pool, lanes, shapes, lines, labels } = drawing;
		const boxes = [...shapes];
		const timers = new Map(
			source.nodes.flatMap((node) => (node.kind === 'timer' ? [[node.id, node.on]] : [])),
		);

		it('puts every shape into its lane, and nothing onto anything else', () => {
			for (const box of lanes.values()) expect(inside(box, pool)).toBe(true);
			for (const node of source.nodes) {
				const box = shapes.get(node.id);
				const lane = node.kind === 'timer' ? pool : lanes.get(node.lane);
				expect(box && lane && inside(box, lane)).toBe(true);
			}
			const pairs = boxes.flatMap(([id, box], index) =>
				boxes
					.slice(index + 1)
					.filter(
						([other, otherBox]) =>
							timers.get(id) !== other && timers.get(other) !== id && overlap(box, otherBox),
					)
					.map(([other]) => `${id} on ${other}`),
			);
			expect(pairs).toEqual([]);
		});

		it('leads no line through a shape', () => {
			const faults = source.flows.flatMap(({ id, from, to }) =>
				piecesOf([...(lines.get(id) ?? [])]).flatMap(([start, end]) =>
					boxes
						.filter(([shape]) => ![from, to, timers.get(from)].includes(shape))
						.filter(([, box]) => overlap(box, lineBox(start, end)))
						.map(([shape]) => `${id} through ${shape}`),
				),
			);
			expect(faults).toEqual([]);
		});

		it('runs along the grid from the border of one shape to that of another', () => {
			for (const { id, from, to } of source.flows) {
				const points = lines.get(id) ?? [];
				expect(points.length).toBeGreaterThan(1);
				for (const [start, end] of piecesOf([...points]))
					expect(start.x === end.x || start.y === end.y).toBe(true);
				const touches = (box: Box | undefined, point: Point) => box && overlap(box, lineBox(point, point));
				expect([
					touches(shapes.get(from), points[0]),
					touches(shapes.get(to), points[points.length - 1]),
				]).toEqual([...[true, true]]);
			}
		});

		it('has a clear place for every name', () => {
			const named = [
				...source.nodes.filter(({ kind }) => kind !== 'task'),
				...source.flows.filter(({ name }) => name),
			];
			expect([...labels.keys()].sort()).toEqual(named.map(({ id }) => id).sort());
			const all = [...labels];
			const faults = all.flatMap(([id, box], index) =>
				[...boxes, ...all.slice(index + 1)]
					.filter(([, other]) => overlap(box, other))
					.map(([other]) => `${id} on ${other}`),
			);
			expect(faults).toEqual([]);
			for (const [, box] of all) expect(inside(box, pool)).toBe(true);
		});

		it('crosses lines no more often than it must', () => {
			expect(crossingsOf(source, drawing)).toBeLessThanOrEqual(MOST_CROSSINGS[key]);
		});
	},
);
