import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { endingOf, type Outcome } from '../../../shared/send';
import { pause } from '../../../shared/wait';
import { documentItem } from '../../records/documentItem';
import { findDocument, type Document } from '../../transport/documents';
import { explain } from '../../transport/signatureErrors';
import type { SignatureClient } from '../../transport/SignatureClient';
import { isOver, outcomeOf } from '../../transport/statuses';
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
		if (isOver(document)) return { cancelled: false, ...documentItem(document) };
		const subject = `signature request ${sentRequestId(run, document)}`;
		const done = 'the request was cancelled';
		const { last, write } = await client.act('cancel', sentRequestId(run, document), { subject, done });
		const isRefused = endingOf(last) === 'refused';
		// 400: somebody signed or declined last in this moment.
		if (isRefused && last.status !== 400) throw client.refusal(last, { method: 'POST', subject });
		const after = isRefused ? await reread(client, document) : await ended(run, client, document);
		if (!after || !isOver(after)) {
			if (!isRefused) write?.doubt();
			throw stillPending(client, last, subject);
		}
		const cancelled = outcomeOf(after) === 'cancelled';
		write?.settle(cancelled);
		return { cancelled, ...documentItem(after) };
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
		if (after && isOver(after)) return after;
		await pause(run.functions, wait);
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
