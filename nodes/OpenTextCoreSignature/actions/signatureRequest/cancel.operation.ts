import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { isDoubtful, type Outcome } from '../../../shared/send';
import { pause } from '../../../shared/wait';
import { documentItem } from '../../records/documentItem';
import { findDocument, type Document } from '../../transport/documents';
import { explain } from '../../transport/signatureErrors';
import type { SignatureClient } from '../../transport/SignatureClient';
import { outcomeOf } from '../../transport/statuses';
import { documentOfRequest, requestLocator } from '../documentFields';
import { sentRequestId } from './requestOfDocument';
import { CANCELLED } from '../../records/document';

/** Pauses before each further look at a document that should be cancelled by now, in ms. */
const LOOK_AGAIN_MS = [1_000, 2_000, 4_000, 8_000] as const;

export const cancel: Operation<SignatureClient> = {
	option: {
		name: 'Cancel',
		value: 'cancel',
		description: 'End a request that is not finished; one that has ended is left as it is',
		action: 'Cancel a signature request',
	},
	effect: 'change',
	output: CANCELLED,
	fields: [requestLocator],
	async execute(run, client) {
		const document = await documentOfRequest(run, client);
		if (outcomeOf(document) !== 'pending') return { cancelled: false, ...documentItem(document) };
		const subject = `signature request ${sentRequestId(run, document)}`;
		const done = 'the request was cancelled';
		const { last, write } = await client.act('cancel', sentRequestId(run, document), { subject, done });
		const isRefused = !isDoubtful(last) && !('headers' in last && last.status < 300);
		// 400: somebody signed or declined last in this moment.
		if (isRefused && last.status !== 400) throw client.refusal(last, { method: 'POST', subject });
		const after = isRefused ? await reread(client, document) : await ended(run, client, document);
		const outcome = after && outcomeOf(after);
		if (!after || !outcome || outcome === 'pending') {
			if (!isRefused) write?.doubt();
			throw stillPending(client, last, subject);
		}
		write?.settle(outcome === 'cancelled');
		return { cancelled: outcome === 'cancelled', ...documentItem(after) };
	},
};

const reread = async (client: SignatureClient, { uuid: id = '' }: Document): Promise<Document | undefined> =>
	await findDocument(client, { id });

/** A good answer proves nothing: the document itself must have ended. @returns as it was read last */
async function ended(
	run: ItemRun,
	client: SignatureClient,
	document: Document,
): Promise<Document | undefined> {
	let after = await reread(client, document);
	for (const wait of LOOK_AGAIN_MS) {
		if (after && outcomeOf(after) !== 'pending') return after;
		await pause(run.functions, wait);
		after = await reread(client, document);
	}
	return after;
}

function stillPending(client: SignatureClient, last: Outcome['last'], subject: string): Error {
	if ('headers' in last && last.status === 400) return client.refusal(last, { method: 'POST', subject });
	const isGood = 'headers' in last && last.status < 300;
	return client.failure(isGood ? { ...last, body: undefined } : last, {
		what: isGood
			? `Core Signature took the cancelling of ${subject}, but its document is not cancelled`
			: explain(last, subject, 'POST').what,
		next: 'Read the document before you rely on it: it can still be signed. Running this item again cancels it if it is pending.',
	});
}
