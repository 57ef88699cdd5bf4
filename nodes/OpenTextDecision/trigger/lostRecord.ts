import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { NewRound } from '../../BigCommerce/links/claimRound';
import type { StoredRound } from '../../BigCommerce/links/DecisionRounds';
import type { LinkKey } from '../../shared/linkKey';
import type { Recorder } from './Recorder';
import type { TriggerSettings } from './settings';

const WHY = 'the record of this question was removed from the store';

/** What stays as it is although nobody is asked any more: whether it waits for this question alone is not known. */
const STAYS = {
	status: '; an order on hold stays there until then',
	checkout: '; until then it stays as it is',
};

/** What is told, once: what is gone, and what to do. */
export const lostText = ({ one, waits }: Pick<TriggerSettings['type'], 'one' | 'waits'>): string =>
	`The record of this question was removed from the store or cannot be read any more, so that no answer can be carried out: people are asked no more. Ask again about the ${one}${waits ? STAYS[waits] : ''}`;

/**
 * Writes a closed round where the record of a question was that is gone: how its object looked when it was asked about, and whether it waits, nobody knows any more.
 *
 * @returns `nowhere` when nothing of the store could carry it, or what stands there is no record; undefined when a record stands there by now
 * @throws NodeApiError when the store does not answer
 */
export async function buryRound(
	{ ender: { rounds, run } }: Pick<Recorder, 'ender'>,
	key: LinkKey,
	{ askedBy, type }: Pick<TriggerSettings, 'askedBy' | 'type'>,
): Promise<StoredRound | 'nowhere' | undefined> {
	const made: NewRound = {
		leaseMs: 0,
		question: { askedBy, name: key.purpose, details: [] },
		watched: {},
		holds: false,
		verdict: 'withdrawn',
		ending: { why: WHY, givesBack: false, isDone: false, says: lostText(type) },
	};
	const buried = await rounds.claim(key, run, made).catch(async (error: unknown) => await noPlace(error));
	if (typeof buried === 'object') return buried.claimed ? buried.held : undefined;
	// Of two lists of a store one may be behind: what cannot be seen is not gone for that.
	return buried === 'none' || (await rounds.isSpoilt(key)) ? 'nowhere' : undefined;
}

/** Whether nothing could carry it, or only its name is taken. */
async function noPlace(error: unknown): Promise<'none' | 'taken'> {
	if (error instanceof NodeOperationError) return 'none';
	if (error instanceof NodeApiError && error.httpCode === '404') return 'none';
	return error instanceof NodeApiError && error.httpCode === '409' ? 'taken' : await Promise.reject(error);
}
