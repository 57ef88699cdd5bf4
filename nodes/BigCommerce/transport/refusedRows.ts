import type { Outcome, Reply } from '../../shared/send';
import { isDone, PARTLY } from './collectionReplies';
import { INFERRED } from './inferred';
import type { StoreClient, StoreRequest } from './StoreClient';

/** Whether an answer is about rows of the call, so that others may go through without them (BigCommerce reference 2.5, 14.17). */
export const isAboutRows = (last: Outcome['last']): last is Reply =>
	'headers' in last && (last.status === PARTLY || INFERRED.refusedRows.includes(last.status));

/**
 * The answer of a call for rows of which the store may refuse some. One by one, the good ones of several go through, and the wrong one is named; a call for one has nothing to be sent
 * anew, and its refusal stands.
 *
 * @returns undefined when rows of several were refused
 * @throws NodeApiError for every other refusal, and when nobody knows how it ended
 */
export function unlessRowsRefused(
	client: StoreClient,
	request: StoreRequest,
	last: Outcome['last'],
	isSeveral: boolean,
): Reply | undefined {
	if (isDone(last)) return last;
	if (isSeveral && isAboutRows(last)) return undefined;
	throw client.refusal(last, request);
}
