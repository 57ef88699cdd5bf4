import { endingOf, type Outcome } from '../../shared/send';
import { pause, type Waiter } from '../../shared/wait';
import { findDocument, requestIdOf, type Document } from '../transport/documents';
import { explain } from '../transport/signatureErrors';
import type { SignatureClient } from '../transport/SignatureClient';
import { isOver, outcomeOf } from '../transport/statuses';

/** Pauses before each further look at a document that should be cancelled by now, in ms. */
const LOOK_AGAIN_MS = [1_000, 2_000, 4_000, 8_000] as const;

/**
 * Cancels the request of a document that is not finished, and looks that it really ended; one that has ended is left as it is.
 *
 * @param waiter n8n's functions for this execution
 * @param document that was sent
 * @returns the document afterwards, and whether it is cancelled by this
 * @throws NodeApiError when the service refuses, or does not show that it ended
 */
export async function cancelRequest(
	waiter: Waiter,
	client: SignatureClient,
	document: Document,
): Promise<{ cancelled: boolean; document: Document }> {
	const id = requestIdOf(document);
	if (isOver(document) || id === undefined) return { cancelled: false, document };
	const subject = `signature request ${id}`;
	const { last, write } = await client.act('cancel', id, { subject, done: 'the request was cancelled' });
	const isRefused = endingOf(last) === 'refused';
	// 400: somebody signed or declined last in this moment.
	if (isRefused && last.status !== 400) throw client.refusal(last, { method: 'POST', subject });
	const after = isRefused ? await reread(client, document) : await ended(waiter, client, document);
	if (!after || !isOver(after)) {
		if (!isRefused) write?.doubt();
		throw stillPending(client, last, subject);
	}
	const cancelled = outcomeOf(after) === 'cancelled';
	write?.settle(cancelled);
	return { cancelled, document: after };
}

const reread = async (client: SignatureClient, { uuid: id = '' }: Document): Promise<Document | undefined> =>
	await findDocument(client, { id });

/** A good answer proves nothing: the document itself must have ended. @returns as it was read last */
async function ended(
	waiter: Waiter,
	client: SignatureClient,
	document: Document,
): Promise<Document | undefined> {
	let after = await reread(client, document);
	for (const wait of LOOK_AGAIN_MS) {
		if (after && isOver(after)) return after;
		await pause(waiter, wait);
		after = await reread(client, document);
	}
	return after;
}

function stillPending(client: SignatureClient, last: Outcome['last'], subject: string): Error {
	const ending = endingOf(last);
	if (ending === 'refused') return client.refusal(last, { method: 'POST', subject });
	const isGood = ending === 'good';
	return client.failure(isGood ? { ...last, body: undefined } : last, {
		what: isGood
			? `Core Signature took the cancelling of ${subject}, but its document is not cancelled`
			: explain(last, subject, 'POST').what,
		next: 'Read the document before you rely on it: it can still be signed. Running this item again cancels it if it is pending.',
	});
}
