import type { RoundRecord } from '../../shared/decision/roundRecord';
import type { Standing } from './way';

/** What the clocks of the services and of n8n may differ by, in ms. */
const CLOCKS_MS = 10 * 60_000;

/**
 * Whether what a service knows under the key of a question was answered before the question was first claimed: it is of an older one, whose record is gone from the store, and no answer
 * to this one. A case that was started elsewhere is named by its record, which is made when it has ended.
 */
export const isForgotten = (
	{ outcome, endedAt, place }: Pick<Standing, 'outcome' | 'endedAt' | 'place'>,
	{ history: [first], effect }: Pick<RoundRecord, 'history' | 'effect'>,
): boolean =>
	outcome !== undefined &&
	effect?.id !== place.id &&
	endedAt !== undefined &&
	first !== undefined &&
	Date.parse(endedAt) < Date.parse(first.at) - CLOCKS_MS;
