import { parseLinkKey } from '../../../shared/linkKey';
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

/** What happened to a document. @param events oldest first */
export const happeningsIn = (events: readonly ServiceEvent[], documentId: string): Happening[] =>
	events.flatMap(({ id, type, signer, documentId: own }) => {
		const step = STEPS.get(type);
		if (!step || own !== documentId) return [];
		const who = signer?.name ?? signer?.email;
		return [{ id, event: step.event, text: `${who || 'A signer'} ${step.text}` }];
	});
