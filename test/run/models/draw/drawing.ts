import type { ProcessSource } from '../source';

import { turnsOf, type Box, type Point } from './geometry';
import { labelsOf } from './labels';
import { clipped, linesOf } from './lines';
import { placesOf, type Places } from './places';

/** A process model as it is drawn. */
export interface Drawing extends Places {
	/** by flow: where its line begins, turns and ends */
	lines: ReadonlyMap<string, readonly Point[]>;
	/** where names stand that do not stand inside their shape */
	labels: ReadonlyMap<string, Box>;
}

/**
 * Draws a process model: what is earlier stands further left, nothing lies on anything else, every name has its place.
 * @throws Error when something has no place
 */
export function draw(source: ProcessSource): Drawing {
	const places = placesOf(source);
	const drawn = linesOf(source, places);
	const boxOf = (id: string) => {
		const box = places.shapes.get(id);
		if (box === undefined) throw new Error(`There is no shape ${id}`);
		return box;
	};
	const lines = new Map(
		[...drawn].map(([id, { from, to, steps }]) => [id, clipped(turnsOf(steps), boxOf(from), boxOf(to))]),
	);
	return { ...places, lines, labels: labelsOf(source, places.shapes, drawn) };
}
