import omit from 'lodash/omit';
import pick from 'lodash/pick';
import { z } from 'zod';
import { fingerprint } from '../../shared/fingerprint';
import { isEnding, parseRound, type RoundRecord } from '../../shared/decision/roundRecord';
import type { Metafield } from '../transport/metafield';
import { LINK_NAMESPACE } from './Links';

/**
 * Finished rounds, folded into one metafield when their carrier comes near the number of metafields that it holds (decisions page, section 1). An entry is written once, under a name that the store gives
 * to one run only; what it was made of is removed after it, so that a run that dies in between leaves copies, and loses nothing.
 */
const entry = z.object({ format: z.literal('archive'), rounds: z.array(z.unknown()) });

/** Beside the purposes, of which none begins so. */
export const ARCHIVE_NAMESPACE = `${LINK_NAMESPACE}._archive`;

const NAME = /^archive:(\d+)$/;

/** What a metafield holds, with room for a step of one of the rounds. */
const VALUE_LENGTH = 60_000;

/** Steps of a round that are kept: the first ones and the last. */
const STEPS = 10;

export const archiveName = (number: number) => ({ namespace: ARCHIVE_NAMESPACE, key: `archive:${number}` });

/** The number of an archive entry; 0 for every other metafield. */
export const archiveNumber = ({ namespace, key = '' }: Pick<Metafield, 'namespace' | 'key'>): number =>
	namespace === ARCHIVE_NAMESPACE ? Number(NAME.exec(key)?.[1] ?? 0) : 0;

/** The rounds of an archive entry; none when the value is no such entry. */
export function parseArchive(value: string): RoundRecord[] {
	try {
		const parsed = entry.safeParse(JSON.parse(value));
		if (!parsed.success) return [];
		return parsed.data.rounds.flatMap((round) => parseRound(JSON.stringify(round)) ?? []);
	} catch {
		return [];
	}
}

export const serializeArchive = (rounds: readonly RoundRecord[]): string =>
	JSON.stringify({ format: 'archive', rounds });

/** Nobody will ask about it, and nothing has to follow. */
export const isFinished = (record: RoundRecord): boolean =>
	record.state === 'applied' || (record.state === 'closed' && !isEnding(record));

/** What an archive keeps of a round: how it ended and by whom, what it was valid for, its proof, and the hash of what was asked in place of the question. */
export function folded(record: RoundRecord): RoundRecord {
	const { question, history, historyDropped = 0 } = record;
	const dropped = Math.max(0, history.length - STEPS);
	return {
		...omit(record, ['said', 'notes', 'told', 'askedAgain', 'refused', 'ifLeft', 'timesPutBack']),
		question: { ...pick(question, ['askedBy', 'name', 'requestedBy', 'model']), details: [] },
		questionHash: record.questionHash ?? fingerprint(question),
		history: dropped ? [history[0], ...history.slice(1 + dropped)] : history,
		...(historyDropped + dropped > 0 && { historyDropped: historyDropped + dropped }),
	};
}

/** As many of the rounds as fit into one entry, the first ones first. */
export function fitting(rounds: readonly RoundRecord[]): RoundRecord[] {
	let length = serializeArchive([]).length;
	const cut = rounds.findIndex((round) => {
		length += JSON.stringify(round).length + 1;
		return length > VALUE_LENGTH;
	});
	return cut < 0 ? [...rounds] : rounds.slice(0, cut);
}
