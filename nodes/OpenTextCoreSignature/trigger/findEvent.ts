import { sameText } from '../records/signers';
import { eventsSince } from '../transport/eventLog';
import { readEvent, type ServiceEvent } from '../transport/serviceEvent';
import type { SignatureClient } from '../transport/SignatureClient';
import { isLasting } from '../callbacks/lasting';

/** What a callback said of an event. */
export interface EventHint {
	id: string;
	type: string;
	/** In ms since 1970; undefined when it did not tell. */
	at?: number;
	documentId?: string;
}

/** A callback that does not tell when its event happened is looked for so far back, in ms: the service repeats callbacks for about 2.5 hours (reference 6.2). */
const CALLED_WITHIN_MS = 3 * 3_600_000;

/** The log's own time may have more or fewer digits than the callback's, in ms. */
const ROUNDED_MS = 1_000;

/**
 * One event by its id. Reading it by id is inferred (reference 4.6), so when the service does not take that, the list is looked through.
 *
 * @param hint what a callback said of it
 * @returns undefined when the log does not have it
 * @throws NodeApiError when the service does not answer
 */
export async function findEvent(
	client: SignatureClient,
	{ id, type, at, documentId }: EventHint,
	stopAt: number,
): Promise<ServiceEvent | undefined> {
	const event = { path: `/events/${encodeURIComponent(id)}/`, subject: `event ${id}` };
	const record = await client.find(event, id).catch(notTaken);
	if (record) return readEvent(record, at ?? Date.now());
	const since = at === undefined ? Date.now() - CALLED_WITHIN_MS : at - ROUNDED_MS;
	const query = { ...(documentId && { document__uuid: documentId }), event_type: type };
	const listed = await eventsSince(client, { since, stopAt, query });
	return listed.find((candidate) => sameText(candidate.id, id));
}

/** Refused for good, which another way of asking may not be. */
const notTaken = async (error: unknown): Promise<undefined> =>
	isLasting(error) ? undefined : await Promise.reject(error);
