import isEqual from 'lodash/isEqual';
import type { RoundRecord } from './roundRecord';

/** What carries a record holds 65,535 characters; the rest is room for the last step. */
const VALUE_LENGTH = 60_000;

/** So much of a text stays, in characters, that its service or the order has in full. */
const TEXT_KEPT = 500;

/**
 * The record as the value of a metafield. When it would grow too long, first the middle of the history goes (the claim and the last step stay), then the ends of long texts, then the
 * oldest notes: a decision with a long reason must find room beside a long question.
 *
 * @throws RangeError when the question alone does not fit
 */
export function serializeRound(record: RoundRecord): string {
	for (let current = record; ;) {
		const text = JSON.stringify(current);
		if (text.length <= VALUE_LENGTH) return text;
		const shorter = withoutMiddle(current) ?? withShortTexts(current) ?? withFewerNotes(current);
		if (!shorter) throw new RangeError('The question is longer than a metafield can hold');
		current = shorter;
	}
}

function withoutMiddle(record: RoundRecord): RoundRecord | undefined {
	const { history, historyDropped = 0 } = record;
	const spare = history.length - 2;
	if (spare <= 0) return undefined;
	const drop = Math.ceil(spare / 2);
	return {
		...record,
		history: [history[0], ...history.slice(1 + drop)],
		historyDropped: historyDropped + drop,
	};
}

const short = (text: string): string => (text.length > TEXT_KEPT ? `${text.slice(0, TEXT_KEPT - 1)}…` : text);

function withShortTexts(record: RoundRecord): RoundRecord | undefined {
	const { decided, ending, heldBack, history } = record;
	const shorter: RoundRecord = {
		...record,
		...(decided?.reason && { decided: { ...decided, reason: short(decided.reason) } }),
		...(ending && {
			ending: { ...ending, why: short(ending.why), ...(ending.says && { says: short(ending.says) }) },
		}),
		...(heldBack && { heldBack: { ...heldBack, why: short(heldBack.why) } }),
		history: history.map((entry) => ({ ...entry, ...(entry.note && { note: short(entry.note) }) })),
	};
	return isEqual(shorter, record) ? undefined : shorter;
}

function withFewerNotes({ notes = [], ...record }: RoundRecord): RoundRecord | undefined {
	return notes.length ? { ...record, notes: notes.slice(Math.ceil(notes.length / 2)) } : undefined;
}
