import { outcomeVariableOf, type Piece } from './review';
import type { Flow, FormField, Outcome, Place, Timer } from './source';

const piece = (more: Partial<Piece>): Piece => ({ nodes: [], flows: [], forms: {}, ...more });

/** Where a case begins, and where it goes first. */
export const begins = (id: string, name: string, lane: string, to: string, row?: number): Piece =>
	piece({
		nodes: [{ kind: 'start', id, name, lane, column: 0, row }],
		flows: [{ id: `${id}Begins`, from: id, to }],
	});

/** Where a case ends; its outcome is the id without `end`. */
export const ends = (id: string, name: string, place: Place): Piece =>
	piece({ nodes: [{ kind: 'end', id, name, ...place }] });

/** A question that the case answers by itself: the first way whose condition holds, or the last. */
export const question = (
	id: string,
	name: string,
	place: Place,
	ways: ReadonlyArray<{ name: string; to: string; when: string }>,
	otherwise: { name: string; to: string },
): Piece => {
	const flows = ways.map(({ when, ...way }, index): Flow => ({
		id: `${id}Way${index + 1}`,
		...way,
		from: id,
		condition: `\${${when}}`,
	}));
	return piece({
		nodes: [{ kind: 'gateway', id, name, ...place, defaultFlow: `${id}Otherwise` }],
		flows: [...flows, { id: `${id}Otherwise`, ...otherwise, from: id }],
	});
};

/** A task with one way on, whatever is answered, and perhaps a time after which another way is taken. */
export interface Chore extends Place {
	id: string;
	name: string;
	documentation: string;
	group: string;
	outcomes: readonly Outcome[];
	fields: readonly FormField[];
	to: string;
	due?: string;
	timer?: { name: string; time: Timer['time']; to: string; edge?: Timer['edge'] };
}

/** A day, for what is done without a decision. */
const A_DAY = 'P1D';

export function chore({ id, name, fields, to, due = A_DAY, timer, ...task }: Chore): Piece {
	const timerId = `${id}TimePassed`;
	return piece({
		nodes: [
			{ kind: 'task', id, name, due, outcomeVariable: outcomeVariableOf(id), ...task },
			...(timer === undefined
				? []
				: [
						{
							kind: 'timer' as const,
							...{ id: timerId, timerId: `${id}Time`, name: timer.name, on: id },
							edge: timer.edge ?? 'top',
							time: timer.time,
						},
					]),
		],
		flows: [
			{ id: `${id}Done`, from: id, to },
			...(timer === undefined ? [] : [{ id: `${id}TimedOut`, from: timerId, to: timer.to }]),
		],
		forms: { [id]: fields },
	});
}
