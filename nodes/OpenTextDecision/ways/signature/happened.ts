import { parseLinkKey } from '../../../shared/linkKey';
import { hasToAct, isActing, sameText } from '../../../OpenTextCoreSignature/records/signers';
import type { Document } from '../../../OpenTextCoreSignature/transport/documents';
import type { ServiceEvent } from '../../../OpenTextCoreSignature/transport/serviceEvent';
import type { Happening, Whose } from '../way';

/** Events after which a document is over (Core Signature reference 5.11). */
const ENDINGS: ReadonlySet<string> = new Set([
	'signed',
	'declined',
	'cancelled',
	'expired',
	'convert_error',
	'sending_error',
]);

/** What is worth a word before that, and the word. */
const STEPS: ReadonlyMap<string, { event: string; text: string }> = new Map([
	['signer_signed', { event: 'signerSigned', text: 'has signed' }],
	['signer_email_bounced', { event: 'mailBounced', text: 'was not reached, the mail came back' }],
	['signer_forwarded', { event: 'forwarded', text: 'has handed the task on to somebody else' }],
]);

/** Everything after which a document is looked at: what ends it, and what is worth a word. By the service's names. */
export const TELLING_EVENTS: readonly string[] = [...ENDINGS, ...STEPS.keys()];

/** The link key of an event's document, when it is one of those. */
function keyOf({ externalId }: ServiceEvent, { storeHash, purpose }: Whose): string | undefined {
	const key = parseLinkKey(externalId ?? '');
	return key?.storeHash === storeHash && key.purpose === purpose ? (externalId ?? undefined) : undefined;
}

/** Link keys of the documents that are over. */
export const endedIn = (events: readonly ServiceEvent[], whose: Whose): Set<string> =>
	new Set(events.filter(({ type }) => ENDINGS.has(type)).flatMap((event) => keyOf(event, whose) ?? []));

/** Link keys of the documents to which something happened before that, each with the newest of it. @param events oldest first */
export const movedIn = (events: readonly ServiceEvent[], whose: Whose): Map<string, string> =>
	new Map(
		events
			.filter(({ type }) => STEPS.has(type))
			.flatMap((event): Array<[string, string]> => {
				const key = keyOf(event, whose);
				return key === undefined ? [] : [[key, event.id]];
			}),
	);

/** Whether everybody has done their part, by the document or by the log, which may be a moment ahead of it. */
function isDone({ signrequest }: Document, events: readonly ServiceEvent[]): boolean {
	const signed = events.flatMap(({ type, signer }) => (type === 'signer_signed' && signer ? [signer] : []));
	const acting = (signrequest?.signers ?? []).filter(isActing);
	// Two may share an address (option of Ask).
	const countOf = (people: ReadonlyArray<{ email?: string | null }>, email: unknown) =>
		people.filter((one) => sameText(one.email, email)).length;
	return acting.filter(hasToAct).every(({ email }) => countOf(signed, email) >= countOf(acting, email));
}

/** What happened to a document. The last signature is told as the decision that it makes, not as a step before it. @param events oldest first */
export function happeningsIn(events: readonly ServiceEvent[], document: Document): Happening[] {
	const own = events.filter(({ documentId }) => documentId === document.uuid);
	if (isDone(document, own)) return [];
	return own.flatMap(({ id, type, signer }) => {
		const step = STEPS.get(type);
		if (!step) return [];
		const who = signer?.name ?? signer?.email;
		return [{ id, event: step.event, text: `${who || 'A signer'} ${step.text}` }];
	});
}
