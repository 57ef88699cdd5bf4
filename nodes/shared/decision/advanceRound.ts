import omit from 'lodash/omit';
import type { RoundRecord, RoundState } from './roundRecord';

/** From where each state is reached. A finished round is closed only when a new one follows it, or it is withdrawn. */
const FROM: Readonly<Record<RoundState, readonly RoundState[]>> = {
	claimed: [],
	open: ['claimed'],
	decided: ['open', 'claimed'],
	applied: ['decided'],
	closed: ['claimed', 'open', 'decided', 'applied'],
	released: ['claimed'],
};

/** What a step adds; nothing that is known is taken away, but that effects had begun of which nothing came. */
export type Addition = Partial<
	Pick<
		RoundRecord,
		| 'effect'
		| 'decided'
		| 'begun'
		| 'told'
		| 'askedAgain'
		| 'verdict'
		| 'heldBack'
		| 'ending'
		| 'validUntil'
		| 'proof'
		| 'statusBefore'
		| 'watched'
		| 'leaseMs'
		| 'notes'
		| 'files'
		| 'said'
		| 'refused'
		| 'timesPutBack'
	>
>;

export interface RoundStep extends Addition {
	state: RoundState;
	/** The n8n execution. */
	run: string;
	note?: string;
	/** Nothing came of the first effect, so that it has not begun. */
	notBegun?: true;
}

/**
 * Takes one step: states only move forward, and the state that stands already is no step, but what it adds is kept.
 *
 * @param now the time, in ms since 1970
 * @returns the record, and whether it changed; or why the step is refused
 */
export function advanceRound(
	record: RoundRecord,
	{ state, run, note, notBegun, ...added }: RoundStep,
	now: number,
): { record: RoundRecord; changed: boolean } | { refused: string } {
	const isStep = state !== record.state;
	if (isStep && !FROM[state].includes(record.state)) {
		return { refused: `it is already "${record.state}", which does not become "${state}"` };
	}
	const known = Object.entries(added).filter(([, value]) => value !== undefined);
	const isTakenBack = notBegun === true && record.begun !== undefined;
	if (!isStep && !known.length && note === undefined && !isTakenBack) return { record, changed: false };
	const entry = { state, at: new Date(now).toISOString(), run, ...(note !== undefined && { note }) };
	return {
		changed: true,
		record: {
			...(isTakenBack ? omit(record, 'begun') : record),
			...Object.fromEntries(known),
			state,
			history: isStep || note !== undefined ? [...record.history, entry] : record.history,
		},
	};
}
