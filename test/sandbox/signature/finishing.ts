import type { Events } from './events';
import type { Parts } from './parts';
import { signingLog, signPdf } from './pdf';
import { displayNameOf, nameOf } from './turns';
import type { DocumentRecord, EventRecord, SignerRecord, StoredFile } from './types';

/** Larger documents are not rewritten: the sandbox stays quick, and they are still PDFs. */
export const LARGE_BYTES = 5 * 1024 * 1024;

const shownName = (signer: SignerRecord) => signer.signedName ?? (nameOf(signer) || signer.fields.email);

/** Who did what, for the signature page. */
const signaturesOf = ({ request }: DocumentRecord) =>
	(request?.signers ?? []).flatMap((signer) => {
		const at = signer.signedOn ?? signer.declinedOn;
		if (at === null) return [];
		const done = signer.fields.approve_only ? 'approved' : 'signed';
		const role: 'signed' | 'approved' | 'declined' = signer.declinedOn === null ? done : 'declined';
		const { email } = signer.fields;
		return [{ name: shownName(signer), email, role, at: new Date(at).toISOString() }];
	});

const lineOf = ({ request }: DocumentRecord, { eventType, at, signer }: EventRecord) => {
	const person = request?.signers.find(({ token }) => token === signer);
	const text = person === undefined ? eventType : `${eventType}: ${displayNameOf(person)}`;
	return { at: new Date(at).toISOString(), text };
};

async function signedPdf({ files }: Parts, document: DocumentRecord, name: string): Promise<StoredFile> {
	const { converted, uuid } = document;
	if (converted === null) throw new Error('The document was never converted');
	const signers = signaturesOf(document);
	if (converted.bytes > LARGE_BYTES) {
		const words = signers.map(({ role, name: who, at }) => `${role} by ${who} ${at}`);
		return await files.addCommented(converted, name, `Document ${uuid}: ${words.join(', ')}`);
	}
	const page = { title: document.fields.name ?? name, documentId: uuid, signers };
	return await files.add(name, await signPdf(await files.read(converted), page));
}

/** The signed PDF and its log, with the hash of the one in the other (Core Signature reference 5.1). */
export async function finishedFiles(parts: Parts, events: Events, document: DocumentRecord) {
	const base = (document.fields.name ?? document.uuid).replace(/\.[^.]+$/, '');
	const ending = document.status === 'de' ? 'declined' : 'signed';
	const plain = await signedPdf(parts, document, `${base}_${ending}.pdf`);
	const signed = plain.bytes < document.padTo ? await parts.files.pad(plain, document.padTo) : plain;
	const log = await signingLog({
		documentId: document.uuid,
		name: document.fields.name ?? base,
		sha256: signed.sha256,
		lines: events.of(document).map((event) => lineOf(document, event)),
	});
	return { signed, log: await parts.files.add(`${base}_signing_log.pdf`, log) };
}
